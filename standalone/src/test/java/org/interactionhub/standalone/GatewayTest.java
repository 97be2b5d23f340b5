package org.interactionhub.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The gateway's table, held against every path that the code answers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GatewayTest {

    @Test
    void every_request_reaches_the_service_that_answers_it() throws IOException {
        Gateway gateway = new Gateway();
        List<Mappings.Answer> answers = Mappings.all();

        assertThat(answers).extracting(Mappings.Answer::service).containsAll(Mappings.services());
        assertThat(answers).allSatisfy(answer -> assertThat(gateway.serviceFor(answer.method(), answer.path()))
                .as("%s %s", answer.method(), answer.path()).isEqualTo(answer.service()));
    }
}

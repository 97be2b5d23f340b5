package org.interactionhub.benchmarks.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.InteractionEvent.InteractionRecorded;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PastTest {

    @Test
    void is_the_same_every_time() {
        assertThat(new Past().next(100)).isEqualTo(new Past().next(100));
    }

    @Test
    void registers_everybody_at_the_first_contact() {
        Past past = new Past();
        List<Told> told = past.next(2_000);

        assertThat(told.getFirst().fact()).isInstanceOf(InteractionRecorded.class);
        assertThat(told).extracting(Told::stream).doesNotHaveDuplicates();
        assertThat(told).filteredOn(each -> each.fact() instanceof ClientRegistered)
                .hasSameSizeAs(past.clients().keySet());
    }
}

package org.interactionhub.eventstore;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DurabilityCheckTest {

    @Test
    void a_durable_server_is_accepted() {
        try (TestDatabase database = TestDatabase.create()) {
            assertThatCode(() -> DurabilityCheck.require(database.asCommand())).doesNotThrowAnyException();
        }
    }

    @Test
    void a_server_that_may_forget_is_refused_with_what_to_set() throws IOException {
        try (// as it comes it has fsync and synchronous_commit off
                EmbeddedPostgres forgetful = EmbeddedPostgres.builder().setServerConfig("full_page_writes", "off")
                        .start()) {
            assertThatThrownBy(() -> DurabilityCheck.require(forgetful.getPostgresDatabase()))
                    .isInstanceOf(UnsafeSettings.class).hasMessageContaining("Set fsync=on.")
                    .hasMessageContaining("Set full_page_writes=on.")
                    .hasMessageContaining("Set synchronous_commit=on.");
        }
    }
}

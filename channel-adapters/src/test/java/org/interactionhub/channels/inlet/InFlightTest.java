package org.interactionhub.channels.inlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.interactionhub.door.Refusal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InFlightTest {

    private static final int KIB = 1024;

    private final InFlight inFlight = new InFlight(100 * KIB, Duration.ofMillis(10));

    @Test
    void who_finds_no_room_is_asked_to_come_again() {
        // Given
        InFlight.Share large = inFlight.share(60 * KIB);
        InFlight.Share growing = inFlight.share(0);
        growing.grow(40 * KIB);

        // When
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> growing.grow(1)).satisfies(refusal -> {
            // Then
            assertThat(refusal.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(refusal.retryAfter()).isPresent();
        });
        large.close();
        growing.grow(60 * KIB);
        growing.close();
    }

    @Test
    void room_is_given_back_once_and_entirely() {
        // Given
        InFlight.Share share = inFlight.share(50 * KIB);
        share.grow(50 * KIB);

        // When
        share.close();
        share.close();

        // Then
        inFlight.share(100 * KIB);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> inFlight.share(1));
    }
}

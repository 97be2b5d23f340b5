package org.interactionhub.benchmarks.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CpuTest {

    @Test
    void a_process_has_used_what_it_and_its_ended_children_have() {
        String stat = "4711 (postgres: a (b) c) S 1 2 3 4 5 6 7 8 9 10 100 20 3 4 15 16 17 18\n";

        assertThat(Cpu.ticks(stat)).isEqualTo(100 + 20 + 3 + 4);
    }

    @Test
    void this_process_has_used_some() {
        assertThat(Cpu.used()).isPositive();
    }
}

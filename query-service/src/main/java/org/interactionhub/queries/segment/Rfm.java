package org.interactionhub.queries.segment;

import java.util.Arrays;
import java.util.Locale;

/** How lately, how often and how much a client buys among all who do, each from 1 to 5, the best. */
record Rfm(int recency, int frequency, int money) {

    /** As one number, such as 343. */
    int score() {
        return 100 * recency + 10 * frequency + money;
    }

    /** What buyers of the kind are called; the first that fits, in this order. */
    Group group() {
        return Arrays.stream(Group.values()).filter(group -> group.holds(this)).findFirst().orElse(Group.OTHERS);
    }

    /** Buyers who are alike, by the ranges of R package rfm. */
    enum Group {
        CHAMPIONS(5, 5, 5, 5, 5, 5), POTENTIAL_LOYALISTS(3, 5, 3, 5, 2, 5), LOYAL(2, 4, 2, 4, 2, 4), PROMISING(3, 4, 1,
                3, 3, 5), NEW(4, 5, 1, 3, 1, 5), CANNOT_LOSE(1, 2, 3, 4, 4, 5), AT_RISK(1, 2, 2, 5, 4,
                        5), NEED_ATTENTION(1, 3, 3, 5, 3,
                                5), ABOUT_TO_SLEEP(2, 3, 1, 3, 1, 4), LOST(1, 1, 1, 5, 1, 5), OTHERS(1, 5, 1, 5, 1, 5);

        private final int leastRecency;
        private final int mostRecency;
        private final int leastFrequency;
        private final int mostFrequency;
        private final int leastMoney;
        private final int mostMoney;

        Group(int leastRecency, int mostRecency, int leastFrequency, int mostFrequency, int leastMoney,
                int mostMoney) {
            this.leastRecency = leastRecency;
            this.mostRecency = mostRecency;
            this.leastFrequency = leastFrequency;
            this.mostFrequency = mostFrequency;
            this.leastMoney = leastMoney;
            this.mostMoney = mostMoney;
        }

        String value() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private boolean holds(Rfm rfm) {
            return leastRecency <= rfm.recency && rfm.recency <= mostRecency && leastFrequency <= rfm.frequency
                    && rfm.frequency <= mostFrequency && leastMoney <= rfm.money && rfm.money <= mostMoney;
        }
    }
}

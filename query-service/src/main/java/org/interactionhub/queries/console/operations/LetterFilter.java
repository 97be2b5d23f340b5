package org.interactionhub.queries.console.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interactionhub.queries.console.frame.Chosen;
import org.interactionhub.queries.intake.LetterQuestion;
import org.jspecify.annotations.Nullable;

/** Which dead letters a visitor wants to see, as it stands in the address: the open ones, unless she says otherwise. */
record LetterFilter(String state, String channel, String account, String code) {

    static final String OPEN = "open";
    static final String REDRIVEN = "redriven";
    static final String ALL = "all";

    private static final List<String> STATES = List.of(OPEN, REDRIVEN, ALL);

    static LetterFilter of(Map<String, String> parameters) {
        Chosen chosen = new Chosen(parameters);
        String state = chosen.oneOf("state", STATES);
        return new LetterFilter(state.isEmpty() ? OPEN : state, chosen.words("channel"), chosen.words("account"),
                chosen.words("code"));
    }

    /** @param after the cursor of the page before, null for the first */
    LetterQuestion question(@Nullable String after) {
        return new LetterQuestion(state.equals(ALL) ? null : (Boolean) state.equals(OPEN), Chosen.filled(channel),
                Chosen.filled(account), Chosen.filled(code), LetterQuestion.DEFAULT, after);
    }

    Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("state", state.equals(OPEN) ? "" : state);
        choices.put("channel", channel);
        choices.put("account", account);
        choices.put("code", code);
        return choices;
    }

    boolean any() {
        return choices().values().stream().anyMatch(choice -> !choice.isEmpty());
    }

    public List<String> states() {
        return STATES;
    }
}

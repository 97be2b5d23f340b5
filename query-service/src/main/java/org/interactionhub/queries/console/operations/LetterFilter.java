package org.interactionhub.queries.console.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interactionhub.queries.intake.LetterQuestion;
import org.jspecify.annotations.Nullable;

/** Which dead letters a visitor wants to see, as it stands in the address: the open ones, unless she says otherwise. */
record LetterFilter(String state, String channel, String account, String code) {

    static final String OPEN = "open";
    static final String REDRIVEN = "redriven";
    static final String ALL = "all";

    private static final List<String> STATES = List.of(OPEN, REDRIVEN, ALL);

    static LetterFilter of(Map<String, String> chosen) {
        String state = chosen.getOrDefault("state", OPEN);
        return new LetterFilter(STATES.contains(state) ? state : OPEN, text(chosen.get("channel")),
                text(chosen.get("account")), text(chosen.get("code")));
    }

    /** @param after the cursor of the page before, null for the first */
    LetterQuestion question(@Nullable String after) {
        return new LetterQuestion(state.equals(ALL) ? null : (Boolean) state.equals(OPEN), filled(channel),
                filled(account), filled(code), LetterQuestion.DEFAULT, after);
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

    private static String text(@Nullable String value) {
        return value == null ? "" : value.replace("\0", "").strip();
    }

    private static @Nullable String filled(String value) {
        return value.isEmpty() ? null : value;
    }
}

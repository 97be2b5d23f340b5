package org.interactionhub.queries.console.frame;

import java.util.List;
import org.interactionhub.readers.matching.Evidence;
import org.interactionhub.readers.matching.Likeness;

/** Says in one visitor's language how two clients resemble each other. */
public record LikenessWords(Wording words) {

    /** What speaks for it, the strongest first. */
    public List<String> pro(Likeness likeness) {
        return likeness.pro().stream().map(this::say).toList();
    }

    /** What speaks against it, the strongest first. */
    public List<String> contra(Likeness likeness) {
        return likeness.contra().stream().map(this::say).toList();
    }

    private String say(Evidence evidence) {
        String both = evidence.one().equals(evidence.other())
                ? evidence.one()
                : evidence.one() + " / " + evidence.other();
        return words.say("likeness." + evidence.agreement().value() + "." + evidence.trait().value(), both);
    }
}

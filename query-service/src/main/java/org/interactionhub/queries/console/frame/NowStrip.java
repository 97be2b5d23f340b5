package org.interactionhub.queries.console.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interactionhub.queries.live.NowEntry;

/**
 * Who calls or writes right now, on top of every page.
 *
 * @param shown the newest ones
 * @param more the others, folded away
 */
public record NowStrip(List<NowChip> shown, List<NowChip> more, String moreText) {

    private static final int SHOWN = 3;

    /** @param entries the newest first */
    public static NowStrip of(List<NowEntry> entries, Visitor visitor) {
        Map<String, List<NowEntry>> conversations = new LinkedHashMap<>();
        entries.forEach(entry -> conversations.computeIfAbsent(NowChip.conversation(entry), _ -> new ArrayList<>())
                .add(entry));
        List<NowChip> chips = conversations.values().stream().map(said -> NowChip.of(said, visitor)).toList();
        List<NowChip> more = chips.stream().skip(SHOWN).toList();
        return new NowStrip(chips.stream().limit(SHOWN).toList(), more, visitor.words().count("now.more", more.size()));
    }

    /** Changes when what is folded away looks different. */
    public String moreVersion() {
        return Integer.toHexString(more.stream().map(chip -> chip.id() + chip.version()).toList().hashCode());
    }
}

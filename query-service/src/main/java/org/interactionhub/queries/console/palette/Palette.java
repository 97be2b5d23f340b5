package org.interactionhub.queries.console.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.queries.clientcard.ClientCard;
import org.interactionhub.queries.clientcard.ClientEntry;
import org.interactionhub.queries.clientcard.Clients;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Languages;
import org.interactionhub.queries.console.frame.Place;
import org.interactionhub.queries.console.frame.Point;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Wording;
import org.jspecify.annotations.Nullable;

/** Finds what a visitor may want by a few letters or digits of it, in whichever of our languages she types. */
final class Palette {

    private static final int MOST = 8;
    private static final List<String> THEMES = List.of("light", "dark", "system");

    private final Clients clients;
    private final List<Signpost> signposts;

    Palette(Clients clients, List<Signpost> signposts) {
        this.clients = clients;
        this.signposts = signposts;
    }

    /**
     * @param q what was typed, empty for what is near at hand
     * @param page on which the visitor is
     */
    Hits hits(String q, String page, Visitor visitor) {
        List<Hits.Group> groups = new ArrayList<>();
        if (!q.isEmpty()) {
            add(groups, "clients", clients.list(q, MOST, null).items().stream().map(client -> client(client, q)));
        }
        add(groups, "client", here(page, visitor).filter(hit -> isMeant(q, List.of(hit.words()))));
        add(groups, "pages", pages(q, visitor));
        add(groups, "actions", actions(q, visitor));
        int found = groups.stream().mapToInt(group -> group.hits().size()).sum();
        return new Hits(q, groups, visitor.words().count("palette.found", found));
    }

    private static void add(List<Hits.Group> groups, String key, Stream<Hit> hits) {
        List<Hit> some = hits.limit(MOST).toList();
        if (!some.isEmpty()) {
            groups.add(new Hits.Group(key, some));
        }
    }

    /** The contact point that was typed stands beside the name, else the first one. */
    private static Hit client(ClientEntry client, String q) {
        List<ContactPoint> points = client.contactPoints().stream()
                .filter(point -> point.type() != ContactPoint.Type.COOKIE).toList();
        String note = points.stream().filter(point -> holds(point, q)).findFirst()
                .or(() -> points.stream().findFirst())
                .map(point -> Point.readable(point.type(), point.value())).orElse(null);
        return Hit.go("clients", Point.name(client.name()), note, Addresses.client(client.id()));
    }

    private static boolean holds(ContactPoint point, String q) {
        if (point.type() != ContactPoint.Type.PHONE) {
            return point.value().toLowerCase(Locale.ROOT).contains(q.toLowerCase(Locale.ROOT));
        }
        String digits = q.replaceAll("[^0-9]", "");
        return digits.length() > 2 && point.value().contains(digits.replaceFirst("^[08]", ""));
    }

    /** What can be done with the client whose page it is. */
    private Stream<Hit> here(String page, Visitor visitor) {
        return clientOf(page).flatMap(clients::find).stream().flatMap(client -> copies(client, visitor.words()));
    }

    private static Stream<Hit> copies(ClientCard client, Wording words) {
        return client.contactPoints().stream().filter(link -> link.type() != ContactPoint.Type.COOKIE)
                .map(link -> new Hit("copy", words.say("palette.copy", Point.readable(link.type(), link.value())),
                        null, "copy", link.value()));
    }

    private static Optional<ClientId> clientOf(String page) {
        String[] parts = page.split("/", -1);
        if (parts.length < 3 || !parts[1].equals("clients")) {
            return Optional.empty();
        }
        try {
            return Optional.of(ClientId.of(parts[2]));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // an address that somebody made up names nobody
        }
    }

    private Stream<Hit> pages(String q, Visitor visitor) {
        Stream<Hit> places = Stream.of(Place.values()).filter(place -> isMeant(q, said(visitor, place.key())))
                .map(place -> Hit.go("next", visitor.words().say(place.key()), null, place.path()));
        Stream<Hit> signs = q.isEmpty()
                ? Stream.empty()
                : signposts.stream().flatMap(post -> post.signs(visitor).stream())
                        .filter(sign -> isMeant(q, List.of(sign.words(), sign.note())))
                        .map(sign -> Hit.go(sign.icon(), sign.words(), sign.note(), sign.address()));
        return Stream.concat(places, signs);
    }

    private static Stream<Hit> actions(String q, Visitor visitor) {
        Wording words = visitor.words();
        Stream<Hit> languages = Languages.SPOKEN.stream()
                .filter(locale -> !locale.getLanguage().equals(words.locale().getLanguage()))
                .filter(locale -> isMeant(q, heard(visitor, one -> one.say("palette.language",
                        locale.getDisplayLanguage(one.locale()) + " " + locale.getDisplayLanguage(locale)))))
                .map(locale -> Hit.press("language", words.say("palette.language", locale.getDisplayLanguage(locale)),
                        "[hreflang=" + locale.getLanguage() + "]"));
        Stream<Hit> themes = THEMES.stream()
                .filter(theme -> isMeant(q, heard(visitor, one -> theme(one, theme))))
                .map(theme -> Hit.press(theme, theme(words, theme), "[data-theme-choice=" + theme + "]"));
        return Stream.concat(languages, themes);
    }

    private static String theme(Wording words, String theme) {
        return words.say("palette.theme", words.say("theme." + theme));
    }

    private static List<String> said(Visitor visitor, String key) {
        return heard(visitor, words -> words.say(key));
    }

    /** What something is called in all our languages. */
    private static List<String> heard(Visitor visitor, Function<Wording, String> name) {
        return Languages.SPOKEN.stream().map(locale -> name.apply(new Wording(visitor.words().messages(), locale)))
                .toList();
    }

    /** True if each word typed begins a word of one of the names. */
    private static boolean isMeant(String q, List<@Nullable String> names) {
        String[] typed = folded(q).split("\\s+");
        return names.stream().anyMatch(name -> {
            String known = " " + folded(name == null ? "" : name).replaceAll("[^\\p{L}\\p{N}@.+]+", " ");
            return Stream.of(typed).allMatch(word -> known.contains(" " + word));
        });
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}

package org.interactionhub.standalone.demo;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The many clients whose stories are short: each goes through episodes whose words are chosen by chance, the same ones
 * every time. People build before winter, so most episodes begin in late summer.
 *
 * @param words choices for the placeholders of a language, such as {@code ${object}}
 * @param seasons for each language what hurries people in winter, spring, summer and autumn
 * @param months how likely an episode begins in each month, from January; the most likely has 1
 */
record Crowd(Company company, ZonedDateTime anchor, Map<String, Map<String, List<String>>> words,
        Map<String, List<String>> seasons, List<Double> months, Map<String, List<Map<String, Object>>> episodes,
        List<Member> members) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z-]+)}");

    /**
     * @param organisation null for a private person
     * @param kind as in {@link Story}
     * @param owner who looks after her, and who does when that one has left; null if nobody does yet
     * @param begin days before the anchor, from and to, between which her first episode begins
     * @param every days, at least, between her episodes
     */
    record Member(String key, String lang, @Nullable String organisation, @Nullable String kind,
            @Nullable List<String> owner, Person person, List<Integer> begin, int every, List<String> episodes) {}

    private record Resource(Map<String, Map<String, List<String>>> words, Map<String, List<String>> seasons,
            List<Double> months, Map<String, List<Map<String, Object>>> episodes, List<Member> members) {}

    static Crowd of(Company company, Instant anchor) {
        Resource file = Library.read("crowd.yaml", Resource.class);
        return new Crowd(company, anchor.atZone(company.zoneId()), file.words(), file.seasons(), file.months(),
                file.episodes(), file.members());
    }

    List<Story> stories() {
        return members.stream().map(this::story).toList();
    }

    private Story story(Member member) {
        SplittableRandom chance = new SplittableRandom(member.key().hashCode());
        Map<String, String> chosen = new HashMap<>();
        int day = begin(member, chance);
        List<Scene> scenes = new ArrayList<>();
        for (String episode : member.episodes()) {
            scenes.addAll(scenes(member, episode, start(member, day, scenes.isEmpty(), chance), day, chosen, chance));
        }
        Person person = member.person();
        return new Story(member.key(), member.organisation() == null ? person.known() : member.organisation(),
                member.kind(), owners(member, day),
                Map.of("party", member.organisation() == null ? "person" : "organisation"), null,
                Map.of("client", person), scenes);
    }

    /** The second one follows when the first one leaves the company. */
    private List<Story.Ownership> owners(Member member, int day) {
        List<Story.Ownership> owners = new ArrayList<>();
        for (String who : member.owner() == null ? List.<String>of() : member.owner()) {
            owners.add(new Story.Ownership(who, owners.isEmpty() ? "-" + (day + 2) + " 09:00" : company.handover()));
        }
        return owners;
    }

    private static String start(Member member, int day, boolean first, SplittableRandom chance) {
        if (!first) {
            int pause = member.every() + chance.nextInt(member.every() / 2 + 1);
            return ">%dd %02d:%02d".formatted(pause, chance.nextInt(9, 18), chance.nextInt(60));
        }
        return day == 0
                ? "-" + chance.nextInt(35, 290) + "m"
                : "-%d %02d:%02d".formatted(day, chance.nextInt(9, 18), chance.nextInt(60));
    }

    /** Throws away beginnings in quiet months, as often as these are quiet. */
    private int begin(Member member, SplittableRandom chance) {
        int from = member.begin().getFirst();
        int to = member.begin().getLast();
        int day = chance.nextInt(Math.min(from, to), Math.max(from, to) + 1);
        for (int tries = 0; tries < 20
                && chance.nextDouble() > months.get(anchor.minusDays(day).getMonthValue() - 1); tries++) {
            day = chance.nextInt(Math.min(from, to), Math.max(from, to) + 1);
        }
        return day;
    }

    private List<Scene> scenes(Member member, String episode, String start, int day, Map<String, String> chosen,
            SplittableRandom chance) {
        List<Map<String, Object>> lines = of(episodes, episode + "-" + member.lang());
        chosen.put("hurry", of(seasons, member.lang()).get(anchor.minusDays(day).getMonthValue() % 12 / 3));
        chosen.put("name", member.person().known());
        chosen.put("first", member.person().known().split(" ")[0]);
        List<Scene> scenes = new ArrayList<>();
        for (Map<String, Object> line : lines) {
            Map<String, Object> filled = new LinkedHashMap<>(filled(line, member, chosen, chance));
            if (scenes.isEmpty()) {
                filled.put("at", start);
            }
            scenes.add(Library.JSON.convertValue(filled, Scene.class));
        }
        return scenes;
    }

    private Map<String, Object> filled(Map<?, ?> line, Member member, Map<String, String> chosen,
            SplittableRandom chance) {
        Map<String, Object> filled = new LinkedHashMap<>();
        line.forEach((name, value) -> filled.put(String.valueOf(name), value(value, member, chosen, chance)));
        return filled;
    }

    private Object value(Object value, Member member, Map<String, String> chosen, SplittableRandom chance) {
        return switch (value) {
            case Map<?, ?> map -> filled(map, member, chosen, chance);
            case List<?> list -> list.stream().map(one -> value(one, member, chosen, chance)).toList();
            case String text -> words(text, member, chosen, chance);
            default -> value;
        };
    }

    /** A placeholder keeps its choice through all of a client's episodes: it is her building. */
    private String words(String text, Member member, Map<String, String> chosen, SplittableRandom chance) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(chosen.computeIfAbsent(
                found.group(1), name -> one(of(of(words, member.lang()), name), chance))));
    }

    private static String one(List<String> choices, SplittableRandom chance) {
        return choices.get(chance.nextInt(choices.size()));
    }

    private static <T> T of(Map<String, T> all, String name) {
        T one = all.get(name);
        if (one == null) {
            throw new IllegalStateException("The crowd has nothing called " + name + ".");
        }
        return one;
    }
}

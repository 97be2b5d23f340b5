package org.interactionhub.readers.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.interactionhub.readers.matching.Evidence.Agreement;

/**
 * A client as far as she can be compared with others. Which others are worth it her marks say: two who may be one have at
 * least one in common that is not {@link Commonness#COMMON}.
 */
public final class Portrait {

    private static final Resemblance OF_WORDS = new Resemblance(false, List.of());
    private static final Resemblance OF_CODES = new Resemblance(true, List.of());
    private static final Set<Trait> OF_THE_HOUSE = Set.of(Trait.COMPANY, Trait.DOMAIN, Trait.PHONE);
    private static final int FEWEST_LETTERS_OF_A_SLIP = 7;
    private static final double ONE_SLIP = 0.9;

    /** A name that is but a part of the other. */
    private static final double PART = 0.9;
    private static final double ENOUGH_OF_A_WORD = 0.75;
    private static final int WORDS_OF_A_WHOLE_NAME = 3;
    private static final int TAIL = 5;

    private static final Comparator<Weighed> STRONGEST_FIRST = Comparator
            .comparingDouble((Weighed weighed) -> -Math.abs(weighed.bits()));

    private final Map<Trait, List<Value>> values;
    private final Set<String> houses;

    /** @param houses keys of those of her names that are a company's */
    Portrait(Map<Trait, List<Value>> values, Set<String> houses) {
        this.values = values;
        this.houses = houses;
    }

    private record Weighed(Evidence evidence, double bits) {}

    /** By which others are found; computed anew each time, since many portraits are held at once and few asked for this. */
    public Set<Long> marks() {
        return hashes(meeting());
    }

    /** What it matters of how many others have it. */
    public Set<Long> counted() {
        return hashes(values.entrySet().stream()
                .flatMap(trait -> trait.getValue().stream().map(value -> text(trait.getKey(), value))));
    }

    /** Both, each once. */
    public Set<Long> all() {
        Set<Long> all = new TreeSet<>(marks());
        all.addAll(counted());
        return all;
    }

    /**
     * How much two clients resemble each other, be it ever so little.
     *
     * @param commonness of what is {@link #counted()} of either
     */
    public Likeness to(Portrait other, LongFunction<Commonness> commonness) {
        List<Weighed> all = new ArrayList<>();
        for (Trait trait : Trait.values()) {
            compare(trait, other, commonness).ifPresent(all::add);
        }
        all.sort(STRONGEST_FIRST);
        double score = all.stream().mapToDouble(Weighed::bits).sum() - toldTwice(all);
        return new Likeness(Math.round(score * 10) / 10.0, evidence(all, Evidence::speaksFor),
                evidence(all, one -> !one.speaksFor()));
    }

    private static List<Evidence> evidence(List<Weighed> all, Predicate<Evidence> which) {
        return all.stream().map(Weighed::evidence).filter(which).toList();
    }

    /** Who works for the same company has an address there, and a number beside hers: only the strongest counts. */
    private static double toldTwice(List<Weighed> all) {
        List<Double> where = all.stream().filter(one -> OF_THE_HOUSE.contains(one.evidence().trait()))
                .map(Weighed::bits).filter(bits -> bits > 0).sorted().toList();
        return where.stream().limit(Math.max(0, where.size() - 1)).mapToDouble(bits -> bits).sum();
    }

    /** The strongest of what the two have there; empty if one has nothing, or if it says nothing. */
    private Optional<Weighed> compare(Trait trait, Portrait other, LongFunction<Commonness> commonness) {
        return of(trait).stream()
                .flatMap(one -> other.of(trait).stream().filter(two -> !isOneAddress(trait, one, two))
                        .map(two -> compare(trait, one, two, other, commonness)))
                .max(Comparator.comparingDouble(Weighed::bits)).filter(weighed -> weighed.bits() != 0);
    }

    /** Two have one address only one after the other: somebody said so, who knew whose it was when. */
    private static boolean isOneAddress(Trait trait, Value one, Value two) {
        return one.shown().equals(two.shown())
                && (trait == Trait.PHONE || trait == Trait.LOGIN && one.shown().indexOf('@') >= 0);
    }

    private Weighed compare(Trait trait, Value one, Value two, Portrait other, LongFunction<Commonness> commonness) {
        Worth worth = trait == Trait.NAME ? ofNames(one, two, other) : Worth.of(trait);
        double alike = alike(trait, worth, one, two);
        Agreement agreement = agreement(alike, one, two);
        Commonness common = max(commonness.apply(hash(trait, one)), commonness.apply(hash(trait, two)));
        return new Weighed(new Evidence(trait, agreement, one.shown(), two.shown()),
                worth.bits(agreement, alike, common));
    }

    private static double alike(Trait trait, Worth worth, Value one, Value two) {
        if (one.key().equals(two.key())) {
            return 1;
        }
        return switch (trait) {
            case TAX_NUMBER, PHONE -> OF_CODES.between(one, two);
            case LOGIN -> isSlipOfLetters(one.key(), two.key()) ? ONE_SLIP : 0;
            case DOMAIN -> 0;
            case NAME -> worth.equals(Worth.ONE_NAME) ? ofParts(one, two) : OF_WORDS.between(one, two);
            case COMPANY, CITY -> OF_WORDS.between(one, two);
        };
    }

    private static Agreement agreement(double alike, Value one, Value two) {
        if (alike < Resemblance.NEARLY) {
            return Agreement.DIFFERENT;
        }
        return alike < 1
                ? Agreement.NEARLY
                : isCyrillic(one.shown()) == isCyrillic(two.shown()) ? Agreement.SAME : Agreement.TRANSLITERATED;
    }

    private Worth ofNames(Value one, Value two, Portrait other) {
        if (houses.contains(one.key()) || other.houses.contains(two.key())) {
            return Worth.HOUSE;
        }
        return switch (Math.min(one.words().size(), two.words().size())) {
            case 1 -> Worth.ONE_NAME;
            case 2 -> Worth.PERSON;
            default -> one.words().size() == WORDS_OF_A_WHOLE_NAME ? Worth.WHOLE_NAME : Worth.PERSON;
        };
    }

    /** A given name or a surname that stands in the other name as well. */
    private static double ofParts(Value one, Value two) {
        double most = 0;
        for (String word : one.words()) {
            for (String like : two.words()) {
                most = Math.max(most, Resemblance.alike(word, like));
            }
        }
        return most >= ENOUGH_OF_A_WORD ? most * PART : 0;
    }

    /** Numbers in an address tell people apart. */
    private static boolean isSlipOfLetters(String one, String other) {
        return Math.min(one.length(), other.length()) >= FEWEST_LETTERS_OF_A_SLIP && digits(one).equals(digits(other))
                && Resemblance.isOneSlip(one, other);
    }

    private static String digits(String text) {
        return text.replaceAll("\\D+", "");
    }

    private static boolean isCyrillic(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
    }

    private static Commonness max(Commonness one, Commonness other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /**
     * What may bring her together with others: since a name alone is not enough, mostly a word of it with something else,
     * each as it sounds.
     */
    private Stream<String> meeting() {
        List<String> names = of(Trait.NAME).stream().flatMap(name -> sounds(name).stream()).distinct().toList();
        List<String> others = Stream.of(sounds(Trait.CITY), sounds(Trait.COMPANY),
                of(Trait.DOMAIN).stream().map(domain -> text(Trait.DOMAIN, domain)),
                of(Trait.PHONE).stream().map(Value::key).flatMap(Portrait::halves)).flatMap(each -> each).toList();
        return Stream.of(
                Stream.of(Trait.NAME, Trait.LOGIN, Trait.TAX_NUMBER)
                        .flatMap(trait -> of(trait).stream().map(value -> text(trait, value))),
                of(Trait.NAME).stream().flatMap(name -> two(sounds(name))),
                of(Trait.NAME).stream().filter(name -> houses.contains(name.key()))
                        .flatMap(name -> sounds(name).stream().map("house "::concat)),
                names.stream().flatMap(name -> others.stream().map(other -> name + '\n' + other)))
                .flatMap(each -> each);
    }

    private Stream<String> sounds(Trait trait) {
        return of(trait).stream().flatMap(value -> sounds(value).stream()).distinct()
                .map(sound -> trait + " " + sound);
    }

    private static List<String> sounds(Value value) {
        return Blocks.words(value).stream().map(Blocks::sound).toList();
    }

    /** A slip leaves one of the halves as it is. */
    private static Stream<String> halves(String number) {
        int cut = Math.max(0, number.length() - TAIL);
        return Stream.of("begins " + number.substring(0, cut), "ends " + number.substring(cut));
    }

    private static Stream<String> two(List<String> sounds) {
        List<String> sorted = sounds.stream().sorted().toList();
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                pairs.add(sorted.get(i) + ' ' + sorted.get(j));
            }
        }
        return pairs.stream();
    }

    private Collection<Value> of(Trait trait) {
        return values.getOrDefault(trait, List.of());
    }

    private static long hash(Trait trait, Value value) {
        return Hash.of(text(trait, value));
    }

    private static String text(Trait trait, Value value) {
        return trait + " = " + value.key();
    }

    private static Set<Long> hashes(Stream<String> texts) {
        Set<Long> hashes = new TreeSet<>();
        texts.forEach(text -> hashes.add(Hash.of(text)));
        return hashes;
    }
}

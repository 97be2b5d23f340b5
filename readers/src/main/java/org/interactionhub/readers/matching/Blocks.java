package org.interactionhub.readers.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Finds for each row the few others worth comparing: those that share something rare with it, or two things that are
 * rare together. What more than {@link #MOST_IN_A_BLOCK} rows share tells nothing and is passed over, so the work grows
 * with the list and not with its square.
 */
final class Blocks {

    static final int MOST_IN_A_BLOCK = 40;

    private static final int MOST_TRAITS = 12;
    private static final int LONGEST_SOUND = 4;
    private static final int MOST_WORDS = 3;

    private static final int ROW_BITS = 24;
    private static final long ROW = (1L << ROW_BITS) - 1;

    /** Each a hash of what is shared, above the row that has it; sorted, so that a block lies together. */
    private final long[] shared;

    /** Each a row, above the place in {@link #shared} where a block begins in which it is; sorted. */
    private final long[] memberships;

    Blocks(List<Column> columns, int rows) {
        List<Column> tellingFirst = columns.stream()
                .sorted(Comparator.comparingDouble((Column column) -> -column.kind.usualBits)).toList();
        long[][] byRow = new long[rows][];
        int all = 0;
        for (int row = 0; row < rows; row++) {
            byRow[row] = hashes(traits(tellingFirst, row));
            all += byRow[row].length;
        }
        shared = new long[all];
        int next = 0;
        for (int row = 0; row < rows; row++) {
            for (long hash : byRow[row]) {
                shared[next++] = (hash << ROW_BITS) | row;
            }
        }
        Arrays.sort(shared);
        memberships = memberships();
    }

    /** Each row later than {@code row} that is worth comparing with it, once, in order. */
    void laterThan(int row, IntConsumer each) {
        int from = Arrays.binarySearch(memberships, (long) row << Integer.SIZE);
        IntStream.Builder found = IntStream.builder();
        for (int i = from < 0 ? -from - 1 : from; i < memberships.length
                && memberships[i] >>> Integer.SIZE == row; i++) {
            int start = (int) memberships[i];
            for (int j = start; j < end(start); j++) {
                int other = (int) (shared[j] & ROW);
                if (other > row) {
                    found.add(other);
                }
            }
        }
        found.build().sorted().distinct().forEach(each);
    }

    private long[] memberships() {
        long[] found = new long[shared.length];
        int next = 0;
        for (int start = 0; start < shared.length; start = end(start)) {
            int end = end(start);
            if (end - start > 1 && end - start <= MOST_IN_A_BLOCK) {
                for (int i = start; i < end; i++) {
                    found[next++] = ((shared[i] & ROW) << Integer.SIZE) | start;
                }
            }
        }
        long[] exact = Arrays.copyOf(found, next);
        Arrays.sort(exact);
        return exact;
    }

    private int end(int start) {
        int end = start + 1;
        while (end < shared.length && shared[end] >>> ROW_BITS == shared[start] >>> ROW_BITS) {
            end++;
        }
        return end;
    }

    /** Of every trait, and of every two. */
    private static long[] hashes(List<String> traits) {
        int n = traits.size();
        long[] hashes = new long[n + n * (n - 1) / 2];
        int next = 0;
        for (int i = 0; i < n; i++) {
            hashes[next++] = hash(traits.get(i));
            for (int j = i + 1; j < n; j++) {
                hashes[next++] = hash(traits.get(i) + '\n' + traits.get(j));
            }
        }
        return hashes;
    }

    /** The upper bits make room for the row. */
    private static long hash(String text) {
        return Hash.of(text) >>> ROW_BITS;
    }

    /** What may bring a row together with others: the first few, sorted, so that two have one hash wherever they stand. */
    private static List<String> traits(List<Column> columns, int row) {
        Set<String> traits = new LinkedHashSet<>();
        for (Column column : columns) {
            Value value = column.value(row);
            switch (column.kind.family) {
                case CODE -> traits.add(value.isAbsent() ? "" : column.kind + value.key());
                case PERSON, NAME -> words(value).forEach(word -> traits.add("name " + sound(word)));
                case PLACE -> words(value).forEach(word -> traits.add("place " + sound(word)));
                case WORDS -> words(value).forEach(word -> traits.add("word " + word));
            }
        }
        traits.remove("");
        List<String> sorted = new ArrayList<>(traits).subList(0, Math.min(traits.size(), MOST_TRAITS));
        Collections.sort(sorted);
        return sorted;
    }

    /** The longest, which tell most. */
    static List<String> words(Value value) {
        return value.words().stream().distinct()
                .sorted((one, other) -> one.length() == other.length()
                        ? one.compareTo(other)
                        : other.length() - one.length())
                .limit(MOST_WORDS).toList();
    }

    /** What a slip in a vowel or near the end of a word leaves as it is. */
    static String sound(String word) {
        StringBuilder sound = new StringBuilder().append(word.charAt(0));
        for (int i = 1; i < word.length() && sound.length() < LONGEST_SOUND; i++) {
            if ("aeiou".indexOf(word.charAt(i)) < 0) {
                sound.append(word.charAt(i));
            }
        }
        return sound.toString();
    }
}

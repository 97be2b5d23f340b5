package org.interactionhub.eventstore;

import java.util.Arrays;
import java.util.HexFormat;

/** The hash of a message; equal hashes are equal values. */
final class Sha256 {

    private final byte[] bytes;

    Sha256(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException if {@code hex} is not 64 hexadecimal digits */
    static Sha256 of(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        if (bytes.length != 32) {
            throw new IllegalArgumentException("A SHA-256 has 64 hexadecimal digits, not " + hex.length());
        }
        return new Sha256(bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sha256 hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}

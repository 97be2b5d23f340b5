package org.interactionhub.readers.providers;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * How a provider proves that a posting is its own, over the bytes as they came. The file {@code providers/signatures.json}
 * has them by name; {@code standard-webhooks} is Standard Webhooks 1.0.
 *
 * @param algorithm of {@link Mac} or {@link MessageDigest}, or {@code equal}: the secret itself is sent along
 * @param encoding {@code hex} or {@code base64}
 * @param signed what is signed: {@code {body}}, {@code {timestamp}}, {@code {id}}, {@code {secret}}, {@code {url}},
 *            {@code {form}} (names and values of the body's fields, sorted), {@code {parameters}} (the same of query and
 *            body, as {@code &name=value}) and the words between them
 * @param toleranceSeconds how far the timestamp may be from now, either way
 * @param bodyDigest where the SHA-256 of the body stands if what is signed does not hold the body
 */
public record Signature(String algorithm, @Nullable String encoding, @Nullable String signed, Place signature,
        @Nullable Place timestamp, @Nullable Integer toleranceSeconds, @Nullable Place id, @Nullable Place bodyDigest,
        @Nullable String secretPrefix, @Nullable Boolean secretInBase64) {

    private static final Pattern HOLE = Pattern.compile("\\{([a-z]+)}");

    /**
     * Where a part of the proof stands: a header, a parameter, or a text in a JSON body; of several between separators
     * those that begin with the prefix.
     */
    public record Place(@Nullable String header, @Nullable String parameter, @Nullable String pointer,
            @Nullable String separator, @Nullable String prefix) {

        List<String> all(Posting posting) {
            Optional<String> text = header != null
                    ? posting.header(header)
                    : parameter != null
                            ? posting.parameter(parameter)
                            : posting.pointer(String.valueOf(pointer));
            String start = prefix == null ? "" : prefix;
            return text.stream()
                    .flatMap(value -> separator == null
                            ? Stream.of(value)
                            : Arrays.stream(value.split(Pattern.quote(separator))))
                    .map(String::strip)
                    .filter(value -> value.startsWith(start))
                    .map(value -> value.substring(start.length()))
                    .filter(value -> !value.isEmpty())
                    .toList();
        }

        String first(Posting posting) {
            return all(posting).stream().findFirst().orElse("");
        }
    }

    /**
     * Why the posting is not to be believed, as a sentence for its sender; empty if it is genuine.
     *
     * @param secrets any of which may have signed it, so that one can be replaced without a gap
     */
    public Optional<String> objection(Posting posting, List<String> secrets, Instant now) {
        List<String> proofs = signature.all(posting);
        if (proofs.isEmpty()) {
            return Optional.of("The signature is missing.");
        }
        if (!isTimely(posting, now)) {
            return Optional.of("The signature is too old, or its time is not readable.");
        }
        if (bodyDigest != null && !bodyDigest.all(posting).isEmpty() && !hasDigest(posting)) {
            return Optional.of("The body is not the one that was signed.");
        }
        if (leavesOutTheBody(posting)) {
            return Optional.of("The body is not what was signed.");
        }
        return secrets.stream().filter(this::takes).anyMatch(secret -> isProvedBy(posting, secret, proofs))
                ? Optional.empty()
                : Optional.of("The signature is not right.");
    }

    /** Whether a secret is of the form that the recipe needs; one that is not proves nothing. */
    public boolean takes(String secret) {
        try {
            return algorithm.equals("equal") ? !secret.isEmpty() : key(secret).length > 0;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private boolean isTimely(Posting posting, Instant now) {
        if (timestamp == null || toleranceSeconds == null) {
            return true;
        }
        String stated = timestamp.first(posting);
        return stated.matches("[0-9]{1,11}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(stated)), now).abs()
                        .compareTo(Duration.ofSeconds(toleranceSeconds)) <= 0;
    }

    /** Whether a right signature would say nothing about the body. */
    private boolean leavesOutTheBody(Posting posting) {
        return signed != null && !signed.contains("{body}") && posting.body().length > 0 && posting.form().isEmpty()
                && !hasDigest(posting);
    }

    private boolean hasDigest(Posting posting) {
        return bodyDigest != null && same(HexFormat.of().formatHex(digest("SHA-256", posting.body())),
                bodyDigest.first(posting).toLowerCase(Locale.ROOT));
    }

    private boolean isProvedBy(Posting posting, String secret, List<String> proofs) {
        if (algorithm.equals("equal")) {
            return proofs.stream().anyMatch(proof -> same(secret, proof));
        }
        return urls(posting.url()).anyMatch(url -> {
            String expected = encoded(sign(filled(posting, url, secret), secret));
            return proofs.stream()
                    .anyMatch(proof -> same(expected, isHex() ? proof.toLowerCase(Locale.ROOT) : proof));
        });
    }

    /** Proxies add the standard port to an address, or take it away. */
    private Stream<String> urls(String url) {
        if (signed == null || !signed.contains("{url}")) {
            return Stream.of(url);
        }
        try {
            URI address = URI.create(url);
            String host = String.valueOf(address.getHost());
            String rest = url.substring(url.indexOf(host) + host.length()).replaceFirst("^:[0-9]+", "");
            String start = url.substring(0, url.indexOf(host) + host.length());
            int standard = "https".equals(address.getScheme()) ? 443 : 80;
            return Stream.of(url, start + rest, start + ":" + standard + rest).distinct();
        } catch (IllegalArgumentException odd) {
            return Stream.of(url);
        }
    }

    private byte[] filled(Posting posting, String url, String secret) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        String template = String.valueOf(signed);
        Matcher hole = HOLE.matcher(template);
        int end = 0;
        while (hole.find()) {
            all.writeBytes(bytes(template.substring(end, hole.start())));
            all.writeBytes(part(hole.group(1), posting, url, secret));
            end = hole.end();
        }
        all.writeBytes(bytes(template.substring(end)));
        return all.toByteArray();
    }

    private byte[] part(String name, Posting posting, String url, String secret) {
        return switch (name) {
            case "body" -> posting.body();
            case "timestamp" -> bytes(timestamp == null ? "" : timestamp.first(posting));
            case "id" -> bytes(id == null ? "" : id.first(posting));
            case "secret" -> bytes(secret);
            case "url" -> bytes(url);
            case "form" -> bytes(posting.form().entrySet().stream()
                    .flatMap(field -> field.getValue().stream().map(value -> field.getKey() + value))
                    .collect(Collectors.joining()));
            case "parameters" -> bytes(posting.parameters().entrySet().stream()
                    .filter(field -> !field.getKey().equals(signature.parameter()))
                    .flatMap(field -> field.getValue().stream()
                            .map(value -> "&" + field.getKey() + "=" + value.replaceAll("[&=]", "_")))
                    .collect(Collectors.joining()));
            default -> throw new IllegalStateException("A signature has no '{" + name + "}'.");
        };
    }

    private byte[] sign(byte[] text, String secret) {
        if (!algorithm.startsWith("Hmac")) {
            return digest(algorithm, text);
        }
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key(secret), algorithm));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has no " + algorithm + ".", e);
        }
    }

    private byte[] key(String secret) {
        String bare = secretPrefix != null && secret.startsWith(secretPrefix)
                ? secret.substring(secretPrefix.length())
                : secret;
        return Boolean.TRUE.equals(secretInBase64) ? Base64.getDecoder().decode(bare) : bytes(bare);
    }

    private String encoded(byte[] mac) {
        return isHex() ? HexFormat.of().formatHex(mac) : Base64.getEncoder().encodeToString(mac);
    }

    private boolean isHex() {
        return "hex".equals(encoding);
    }

    private static byte[] digest(String algorithm, byte[] text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has no " + algorithm + ".", e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(bytes(one), bytes(other));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

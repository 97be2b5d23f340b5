package org.interactionhub.channels.proof;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.interactionhub.readers.providers.Provider;
import org.interactionhub.readers.providers.Providers;
import org.interactionhub.readers.providers.Signature;
import org.jspecify.annotations.Nullable;

/**
 * A source of which a file of secrets tells.
 *
 * @param signature how it signs, null if it does not
 * @param secrets any of which may have signed
 * @param url where its provider calls us, where that is signed and a proxy changes it
 * @param settings {@code verify-token} and whatever else a handshake says back
 */
public record Source(@Nullable Provider provider, @Nullable Signature signature, List<String> secrets,
        @Nullable String url, Map<String, String> settings) {

    private static final Set<String> KNOWN = Set.of("provider", "signature", "secret", "url", "verify-token",
            "confirmation");

    static Source of(Path file, Map<String, String> settings, Providers providers) {
        settings.keySet().stream().filter(name -> !KNOWN.contains(name)).findFirst().ifPresent(name -> {
            throw senseless(file, "has a setting '" + name + "' that is not known; known are " + KNOWN.stream().sorted()
                    .toList());
        });
        Provider provider = Optional.ofNullable(settings.get("provider"))
                .map(name -> providers.named(name).orElseThrow(() -> senseless(file,
                        "names a provider '" + name + "'; known are " + providers.names())))
                .orElse(null);
        String recipe = settings.getOrDefault("signature", provider == null ? null : provider.signature());
        Signature signature = recipe == null
                ? null
                : providers.signature(recipe)
                        .orElseThrow(() -> senseless(file, "names a signature '" + recipe + "' that is not known"));
        List<String> secrets = settings.containsKey("secret")
                ? Arrays.stream(settings.get("secret").split(",", -1)).map(String::strip).toList()
                : List.of();
        if (secrets.contains("")) {
            throw senseless(file, "has an empty secret; without the setting, nothing has to be proved");
        }
        if (!secrets.isEmpty() && signature == null) {
            throw senseless(file, "has a secret, but neither a provider that signs nor a signature");
        }
        if (signature != null && !secrets.stream().allMatch(signature::takes)) {
            throw senseless(file, "has a secret that is not of the form that '" + recipe + "' needs");
        }
        return new Source(provider, signature, secrets, settings.get("url"), Map.copyOf(settings));
    }

    /** Whether postings have to prove that they are its own. */
    boolean proves() {
        return signature != null && !secrets.isEmpty();
    }

    static IllegalStateException senseless(Path file, String what) {
        return new IllegalStateException("The file of secrets " + file + " " + what + ".");
    }
}

package org.interactionhub.standalone.demo;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the hub holds, by its ledger: whether it is the demo's alone, and whether the sums hold. */
final class Holdings {

    private static final int PATIENCE = 100;
    private static final long GLANCE_MILLIS = 100;

    private final Door door;
    private final Company company;

    Holdings(Door door, Company company) {
        this.door = door;
        this.company = company;
    }

    /**
     * A sentence about what is not the demo's; nothing if all is.
     *
     * @param known whether the demo was played here before
     */
    Optional<String> foreign(boolean known) throws IOException, InterruptedException {
        JsonNode accounts = accounts();
        for (JsonNode account : accounts) {
            String name = account.path("account").asString();
            if (!known || !company.accounts().contains(name)) {
                return Optional.of("This hub holds contacts that are not the demo's: '" + name + "' ("
                        + account.path("channel").asString() + ") has received " + account.path("received").asLong()
                        + ".");
            }
        }
        return known || door.ask("/api/clients?limit=1").path("items").isEmpty()
                ? Optional.empty()
                : Optional.of("This hub knows clients that are not the demo's.");
    }

    /** The names of the clients that are not among these. */
    List<String> clientsBeside(Set<String> ids) throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        @Nullable
        String after = "";
        while (after != null) {
            JsonNode page = door.ask("/api/clients?limit=200" + after);
            for (JsonNode client : page.path("items")) {
                if (!ids.contains(client.path("id").asString())) {
                    names.add(client.path("name").asString());
                }
            }
            String next = page.path("next").asString("");
            after = next.isEmpty() ? null : "&after=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        }
        return names;
    }

    long contacts() throws IOException, InterruptedException {
        long contacts = 0;
        for (JsonNode account : accounts()) {
            contacts += account.path("received").asLong();
        }
        return contacts;
    }

    /** Waits until all that was recorded is shown; a ledger that does not add up is told. */
    void demandBalance() throws IOException, InterruptedException {
        for (int left = PATIENCE; !isSettled(); left--) {
            if (left == 0) {
                throw new IOException(
                        "Not everything that the hub has received is shown yet; GET /api/accounts tells.");
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        }
    }

    private boolean isSettled() throws IOException, InterruptedException {
        for (JsonNode account : accounts()) {
            if (!account.path("balanced").asBoolean() || account.path("inFlight").asLong(-1) != 0) {
                return false;
            }
        }
        return true;
    }

    private JsonNode accounts() throws IOException, InterruptedException {
        return door.ask("/api/accounts").path("items");
    }
}

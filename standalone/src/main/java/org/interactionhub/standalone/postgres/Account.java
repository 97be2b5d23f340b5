package org.interactionhub.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who PostgreSQL runs as, since it refuses to run as root: the ordinary user of this process; for root, nobody inside a
 * user namespace, where the files stay root's; and where namespaces are forbidden, the system's user {@code nobody},
 * to whom the files are given.
 *
 * @param prefix the words in front of a command that make it run so
 */
record Account(List<String> prefix, boolean ownsFiles) {

    private static final String NOBODY = "nobody";

    static Account ofThisMachine() throws IOException {
        if (!isRoot()) {
            return new Account(List.of(), false);
        }
        return namespacesAllowed() ? new Account(List.of("unshare", "--user"), false) : nobody();
    }

    static Account nobody() {
        return new Account(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=nogroup", "--clear-groups", "--inh-caps=-all"), true);
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    private static boolean namespacesAllowed() throws IOException {
        return Command.run(List.of("unshare", "--user", "true")) == 0;
    }

    /** Lets the account reach what lies below {@code directory}, without showing it what that is. */
    void letThrough(Path directory) throws IOException {
        if (ownsFiles) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
        }
    }

    /** Lets the account work with what lies under {@code path}. */
    void take(Path path) throws IOException {
        if (!ownsFiles) {
            return;
        }
        var nobody = path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY);
        try (Stream<Path> below = Files.walk(path)) {
            for (Path each : (Iterable<Path>) below::iterator) {
                Files.setOwner(each, nobody);
            }
        }
    }
}

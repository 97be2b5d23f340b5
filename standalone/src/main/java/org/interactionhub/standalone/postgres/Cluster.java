package org.interactionhub.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.interactionhub.standalone.datadir.DataDirectory;
import org.springframework.util.FileSystemUtils;

/** The files of one PostgreSQL server, and the commands that work on them. */
record Cluster(Path files, Software software, Account account, Path log) {

    /** The superuser; only the hub's own set-up works under this name. */
    static final String ADMIN = "hub_admin";

    /** Sized for a small machine; {@code postgresql.conf} is the owner's to change afterwards. */
    private static final String MEMORY = """

            # sized by the hub for a small machine
            shared_buffers = 256MB
            max_wal_size = 2GB
            max_connections = 60
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_line_prefix = '%m [%p] %q%u@%d '
            """;

    /** Passwords are asked of everybody; nothing but TCP on loopback is listened on. */
    private static final String ENTRY = "host all all 127.0.0.1/32 scram-sha-256\n";

    static Cluster of(DataDirectory data) throws IOException {
        return of(data, Account.ofThisMachine());
    }

    static Cluster of(DataDirectory data, Account account) throws IOException {
        account.letThrough(data.root());
        return new Cluster(data.postgres(), Software.unpackedUnder(data.postgresSoftware()), account,
                data.logs().resolve("postgres.log"));
    }

    boolean exists() {
        return Files.exists(files.resolve("PG_VERSION"));
    }

    /** Sets the cluster up beside its place and moves it there when it is whole, so that no half of one is ever found. */
    void create(String password) throws IOException {
        Path half = files.resolveSibling(files.getFileName() + ".new");
        Path passwordFile = files.resolveSibling(files.getFileName() + ".password");
        FileSystemUtils.deleteRecursively(half);
        Files.createDirectory(half);
        account.take(half);
        Files.deleteIfExists(passwordFile); // of a start that was killed
        Files.createFile(passwordFile,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, password);
        account.take(passwordFile);
        try {
            Command.demand(command("initdb", "--pgdata=" + half, "--username=" + ADMIN, "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8", "--no-instructions"));
        } finally {
            Files.delete(passwordFile);
        }
        Files.writeString(half.resolve("postgresql.conf"), MEMORY, StandardOpenOption.APPEND);
        Files.writeString(half.resolve("pg_hba.conf"), ENTRY);
        Files.move(half, files, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts the server itself. What its promise rests on stands on the command line, where no file can undo it. */
    Process start(int port) throws IOException {
        ProcessBuilder command = command("postgres", "-D", files.toString());
        List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on", "password_encryption=scram-sha-256",
                "listen_addresses=127.0.0.1", "unix_socket_directories=", "port=" + port)
                .forEach(setting -> command.command().addAll(List.of("-c", setting)));
        return command.directory(files.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    }

    /** In a session of its own, so that Ctrl-C in the terminal reaches the hub alone, which then stops things in order. */
    private ProcessBuilder command(String program, String... arguments) {
        List<String> words = new ArrayList<>(List.of("setsid"));
        words.addAll(account.prefix());
        words.add(software.program(program));
        words.addAll(List.of(arguments));
        ProcessBuilder command = new ProcessBuilder(words);
        command.environment().keySet().removeIf(name -> name.startsWith("PG"));
        command.environment().put("LC_ALL", "C.UTF-8");
        return command;
    }

    Path postmasterFile() {
        return files.resolve("postmaster.pid");
    }
}

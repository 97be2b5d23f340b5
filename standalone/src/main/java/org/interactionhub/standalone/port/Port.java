package org.interactionhub.standalone.port;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A TCP port of this machine; 0 stands for any free one. */
public record Port(int number) {

    private static final int LAST = 65_535;
    private static final String LISTENING = "0A";

    /** @throws IllegalArgumentException if there is no such port */
    public Port {
        if (number < 0 || number > LAST) {
            throw new IllegalArgumentException(number + " is no port; they go from 0 to " + LAST);
        }
    }

    /** One that nobody held a moment ago. */
    public static Port free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Port(socket.getLocalPort());
        }
    }

    /** Whether a server may listen on it at this address. */
    public boolean isFree(InetAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, number));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** The process that listens on it, in words such as {@code java (process 4711)}, if this user may see it. */
    public Optional<String> holder() throws IOException {
        Set<String> sockets = listeningSockets();
        return ProcessHandle.allProcesses().filter(process -> holds(process, sockets)).findFirst()
                .map(process -> nameOf(process) + " (process " + process.pid() + ")");
    }

    /** As the links in {@code /proc/<pid>/fd} name them. */
    private Set<String> listeningSockets() throws IOException {
        Set<String> sockets = new HashSet<>();
        String suffix = String.format(":%04X", number);
        for (String table : new String[]{"/proc/net/tcp", "/proc/net/tcp6"}) {
            if (Files.isReadable(Path.of(table))) {
                Files.readAllLines(Path.of(table)).stream().map(line -> line.strip().split("\\s+"))
                        .filter(words -> words[1].endsWith(suffix) && words[3].equals(LISTENING))
                        .forEach(words -> sockets.add("socket:[" + words[9] + "]"));
            }
        }
        return sockets;
    }

    private static boolean holds(ProcessHandle process, Set<String> sockets) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(proc(process).resolve("fd"))) {
            for (Path descriptor : open) {
                if (sockets.contains(Files.readSymbolicLink(descriptor).toString())) {
                    return true;
                }
            }
            return false;
        } catch (IOException goneOrAnothers) {
            return false;
        }
    }

    private static String nameOf(ProcessHandle process) {
        try {
            return Files.readString(proc(process).resolve("comm")).strip();
        } catch (IOException gone) {
            return "a process";
        }
    }

    private static Path proc(ProcessHandle process) {
        return Path.of("/proc", Long.toString(process.pid()));
    }
}

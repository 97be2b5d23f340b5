package org.interactionhub.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.interactionhub.standalone.datadir.DataDirectory;
import org.interactionhub.standalone.datadir.DataLock;
import tools.jackson.databind.JsonNode;

/** A whole hub on free ports that holds the lock on its data, as {@code ./hub up} does, for tests of other rooms. */
public final class StartedHub implements AutoCloseable {

    private final DataLock lock;
    private final RunningHub hub;
    private final Outside outside;

    private StartedHub(DataLock lock, RunningHub hub, Outside outside) {
        this.lock = lock;
        this.hub = hub;
        this.outside = outside;
    }

    public static StartedHub on(Path data) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(Map.of("HUB_HTTP_PORT", "0", "HUB_SMTP_PORT", "0"));
        environment.put("HUB_DATA", data.toString());
        Settings settings = Settings.from(environment);
        DataDirectory directory = new DataDirectory(data);
        DataLock lock = DataLock.take(directory).orElseThrow();
        RunningHub hub = new RunningHub(directory, settings, () -> {
        });
        hub.start();
        return new StartedHub(lock, hub,
                new Outside(settings.address(), settings.address(), settings.smtp().number()));
    }

    public JsonNode asks(String path) throws IOException, InterruptedException {
        return outside.asks(path);
    }

    public List<JsonNode> timelineOf(String contactPoint) throws IOException, InterruptedException {
        return outside.timelineOf(contactPoint);
    }

    public void posts(String path, String contentType, String body) throws IOException, InterruptedException {
        outside.posts(path, contentType, body);
    }

    @Override
    public void close() throws IOException {
        hub.close();
        lock.close();
    }
}

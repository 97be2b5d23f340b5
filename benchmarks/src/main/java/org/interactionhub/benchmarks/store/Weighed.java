package org.interactionhub.benchmarks.store;

import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.interactionhub.benchmarks.frame.BenchDatabase;
import org.interactionhub.benchmarks.frame.LegWatch;
import org.interactionhub.benchmarks.frame.Variant;

/** A way to append, whose traces in the write-ahead log and on disk are weighed. */
final class Weighed implements Variant {

    static final String WAL = "WAL of payload + original";
    static final String DISK = "disk of payload + original";

    /** Looks how many bytes tables and indexes take now. */
    interface Scales {
        long bytes() throws Exception;
    }

    private final Variant appending;
    private final BenchDatabase database;
    private final Scales disk;
    private final LongUnaryOperator content;
    private long done;
    private long wal;
    private long before;

    /** @param content the bytes of payload and original of so many first events */
    Weighed(Variant appending, BenchDatabase database, Scales disk, LongUnaryOperator content) {
        this.appending = appending;
        this.database = database;
        this.disk = disk;
        this.content = content;
    }

    @Override
    public String name() {
        return appending.name();
    }

    @Override
    public void prepare(int round) throws Exception {
        appending.prepare(round);
        before = disk.bytes();
    }

    @Override
    public long work(LegWatch watch) throws Exception {
        long start = database.walBytes();
        done = appending.work(watch);
        wal = database.walBytes() - start;
        return done;
    }

    @Override
    public List<String> check(long events) throws Exception {
        return appending.check(events);
    }

    @Override
    public Map<String, Double> more() throws Exception {
        double bytes = content.applyAsLong(done);
        return Map.of(WAL, wal / bytes, DISK, (disk.bytes() - before) / bytes);
    }

    @Override
    public void close() throws Exception {
        appending.close();
    }
}

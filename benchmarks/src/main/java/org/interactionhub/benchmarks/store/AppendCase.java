package org.interactionhub.benchmarks.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.interactionhub.benchmarks.crowd.Contact;
import org.interactionhub.benchmarks.crowd.Contacts;
import org.interactionhub.benchmarks.frame.Case;
import org.interactionhub.benchmarks.frame.Figure;
import org.interactionhub.benchmarks.frame.Goal;
import org.interactionhub.benchmarks.frame.Ground;
import org.interactionhub.benchmarks.frame.Leg;
import org.interactionhub.benchmarks.frame.Legs;
import org.interactionhub.benchmarks.frame.Row;
import org.interactionhub.benchmarks.frame.Turns;
import org.interactionhub.benchmarks.frame.Variant;
import org.interactionhub.benchmarks.peers.AxonBatches;
import org.interactionhub.benchmarks.peers.AxonCommands;
import org.interactionhub.benchmarks.peers.EmmettAppend;
import org.interactionhub.benchmarks.peers.NodePackage;
import org.interactionhub.benchmarks.peers.PeerEvent;

/** The hub's batch append beside its floor and beside peers that keep the same contacts with the same originals. */
public final class AppendCase implements Case {

    private static final List<Comparison> COMPARISONS = List.of(
            new Comparison("append-floor", FloorAppend.NAME, Goal.atLeast(0.70, 0.85)),
            new Comparison("append-axon", AxonCommands.NAME, Goal.atLeast(30, 50)),
            new Comparison("append-axon-tuned", AxonBatches.NAME, Goal.atLeast(1.6, 2)),
            new Comparison("append-emmett", EmmettAppend.SINGLE, Goal.atLeast(15, 25)),
            new Comparison("append-emmett-batch", EmmettAppend.BATCH, Goal.atLeast(2, 3)));

    /** Which variant a row holds the hub against. */
    private record Comparison(String row, String other, Goal goal) {

        boolean needsNode() {
            return other.equals(EmmettAppend.SINGLE) || other.equals(EmmettAppend.BATCH);
        }
    }

    @Override
    public List<String> rows() {
        return COMPARISONS.stream().map(Comparison::row).toList();
    }

    @Override
    public List<Row> measure(Set<String> wanted, Ground ground) throws Exception {
        List<Comparison> asked = COMPARISONS.stream().filter(each -> wanted.contains(each.row())).toList();
        List<Comparison> possible = asked.stream().filter(each -> !each.needsNode() || hasNode()).toList();
        Legs legs = Turns.take(variants(possible, ground), ground);
        return asked.stream().map(each -> possible.contains(each)
                ? row(each, legs)
                : Row.notMeasured(each.row(), "Node is missing")).toList();
    }

    private static List<Variant> variants(List<Comparison> asked, Ground ground) throws Exception {
        List<List<Contact>> batches = Contacts.batches(ground.effort().mostEvents(), Polled.MOST);
        StoreCheck check = new StoreCheck(ground.database(), batches);
        List<Variant> variants = new ArrayList<>();
        variants.add(new HubAppend(ground.database(), batches, check));
        List<PeerEvent> facts = batches.stream().flatMap(List::stream)
                .flatMap(contact -> PeerEvent.of(contact).stream()).toList();
        for (Comparison each : asked) {
            variants.add(switch (each.other()) {
                case FloorAppend.NAME -> new FloorAppend(ground.database(), batches, check);
                case AxonCommands.NAME -> new AxonCommands(ground.database(), facts);
                case AxonBatches.NAME -> new AxonBatches(ground.database(), facts);
                case EmmettAppend.SINGLE -> EmmettAppend.single(ground, facts);
                case EmmettAppend.BATCH -> EmmettAppend.batches(ground, facts);
                default -> throw new IllegalStateException(each.other());
            });
        }
        return variants;
    }

    private static boolean hasNode() {
        return NodePackage.version().isPresent();
    }

    private static Row row(Comparison comparison, Legs legs) {
        double ratio = legs.ratio(HubAppend.NAME, comparison.other(), Leg::perSecond);
        return new Row(comparison.row(),
                List.of(new Figure("events/s of " + comparison.other(), ratio, "x", comparison.goal())),
                legs.of(HubAppend.NAME, comparison.other()), List.of());
    }
}

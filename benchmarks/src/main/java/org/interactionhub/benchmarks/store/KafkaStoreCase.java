package org.interactionhub.benchmarks.store;

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

/** From the topic into the durable store, exactly once, beside what each half of the way takes at least. */
public final class KafkaStoreCase implements Case {

    @Override
    public List<String> rows() {
        return List.of("kafka-store");
    }

    @Override
    public List<Row> measure(Set<String> wanted, Ground ground) throws Exception {
        List<List<Contact>> batches = Contacts.heard(ground.effort().mostEvents(), Polled.MOST);
        ReportTopic topic = ReportTopic.filled(ground.kafka().address(),
                batches.stream().flatMap(List::stream).map(Contact::report).toList());
        StoreCheck check = new StoreCheck(ground.database(), batches);
        Legs legs = Turns.take(List.of(new HubIntake(ground, topic), new RawConsume(topic),
                new FloorAppend(ground.database(), batches, check)), ground);
        double floor = Math.min(legs.median(RawConsume.NAME, Leg::perSecond),
                legs.median(FloorAppend.NAME, Leg::perSecond));
        double ratio = legs.median(HubIntake.NAME, Leg::perSecond) / floor;
        return List.of(new Row("kafka-store",
                List.of(new Figure("records/s of the smaller floor", ratio, "x", Goal.atLeast(0.6, 0.75))), legs.all(),
                List.of("hub intake is the command service's own listener: it also checks the schema of each record, "
                        + "binds contact points to clients and keeps the books")));
    }
}

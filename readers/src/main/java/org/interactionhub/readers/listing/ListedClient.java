package org.interactionhub.readers.listing;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointClass;
import org.interactionhub.events.ImportEvent.Remark;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a list tells.
 *
 * @param row its number as a spreadsheet counts
 * @param name as whom she is to be known, empty if the row names neither her nor an address
 * @param particulars what else the row tells of her
 * @param owner who of us looks after her, null if the row does not say
 * @param note whatever else is kept, null if nothing is
 * @param remarks what was not taken as it stands
 */
public record ListedClient(int row, String name, ClientEvent.Kind kind, List<ContactPoint> contactPoints,
        Particulars particulars, @Nullable String owner, @Nullable String note, List<Remark> remarks) {

    private static final Set<Remark.Kind> AGAINST_THE_ROW = Set.of(Remark.Kind.NO_CONTACT_POINT, Remark.Kind.LONG_NAME,
            Remark.Kind.TOO_MANY_POINTS);

    /**
     * The same, by the contact points that are hers alone; by shared ones if she has no others. What is nobody's is left out,
     * and if nothing else is there, nothing can follow from the row.
     */
    public ListedClient by(Function<ContactPoint, ContactPointClass> classOf) {
        List<ContactPoint> own = of(ContactPointClass.PERSONAL, classOf);
        List<ContactPoint> told = own.isEmpty() ? of(ContactPointClass.SHARED, classOf) : own;
        return new ListedClient(row, name, kind, told, particulars, owner, note,
                told.isEmpty() && !contactPoints.isEmpty()
                        ? Stream.concat(remarks.stream(), Stream.of(new Remark(Remark.Kind.NO_CONTACT_POINT, "")))
                                .toList()
                        : remarks);
    }

    private List<ContactPoint> of(ContactPointClass one, Function<ContactPoint, ContactPointClass> classOf) {
        return contactPoints.stream().filter(point -> classOf.apply(point) == one).toList();
    }

    /** Nothing can follow from the row. */
    public boolean isRefused() {
        return remarks.stream().anyMatch(remark -> AGAINST_THE_ROW.contains(remark.kind()));
    }
}

package org.interactionhub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;

class BinaryCopyTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    @AfterContainer
    static void close() {
        DATABASE.close();
    }

    /** The server understands every digit, the sign and how many decimals there are. */
    @Property(tries = 50)
    void a_number_comes_back_as_it_was_sent(
            @ForAll @Size(max = 50) List<@BigRange(min = "-1000000000000000", max = "1000000000000000") @Scale(5) BigDecimal> numbers)
            throws SQLException {
        BinaryCopy copy = new BinaryCopy(64);
        numbers.forEach(number -> copy.row(1).numeric(number));

        try (Connection connection = DATABASE.asSuperuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE sent (n numeric)");
            copy.into(connection, "sent", "n");
            List<BigDecimal> came = new ArrayList<>();
            ResultSet rows = statement.executeQuery("SELECT n FROM sent");
            while (rows.next()) {
                came.add(rows.getBigDecimal(1));
            }
            assertThat(came).isEqualTo(numbers);
            statement.execute("DROP TABLE sent");
        }
    }
}

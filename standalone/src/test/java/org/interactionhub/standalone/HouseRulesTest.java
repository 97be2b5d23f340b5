package org.interactionhub.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.interactionhub.events.EventNames;
import org.interactionhub.events.HubEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house rules of ARCHITECTURE.md, word for word. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.interactionhub");

    private static final String EVENTS = "org.interactionhub.events..";
    private static final String READERS = "org.interactionhub.readers..";
    private static final String STORE = "org.interactionhub.eventstore..";
    private static final String CHANNELS = "org.interactionhub.channels..";
    private static final String COMMANDS = "org.interactionhub.commands..";
    private static final String QUERIES = "org.interactionhub.queries..";
    private static final String STANDALONE = "org.interactionhub.standalone..";

    private static final Map<String, List<ArchRule>> RULES = Map.ofEntries(
            Map.entry("shared-events depends on nothing but annotations.",
                    List.of(classes().that().resideInAPackage(EVENTS).should().onlyDependOnClassesThat()
                            .resideInAnyPackage(EVENTS, "java..", "com.fasterxml.jackson.annotation..",
                                    "org.jspecify.."))),
            Map.entry(
                    "channel-adapters, command-service and query-service do not know each other; only standalone knows all.",
                    List.of(strangers(CHANNELS, COMMANDS, QUERIES, STANDALONE),
                            strangers(COMMANDS, CHANNELS, QUERIES, STANDALONE),
                            strangers(QUERIES, CHANNELS, COMMANDS, STANDALONE))),
            Map.entry(
                    "Only ReportPublisher and FactPublisher touch a Kafka producer; only ReportSource touches a Kafka consumer.",
                    List.of(noClasses().that().doNotHaveSimpleName("ReportPublisher").and()
                            .doNotHaveSimpleName("FactPublisher").should().dependOnClassesThat()
                            .areAssignableTo(org.apache.kafka.clients.producer.Producer.class),
                            noClasses().that().doNotHaveSimpleName("ReportSource").should().dependOnClassesThat()
                                    .areAssignableTo(org.apache.kafka.clients.consumer.Consumer.class))),
            Map.entry("Only the command-service appends; query-service has no way to write the event store.",
                    List.of(noClasses().that().resideOutsideOfPackages(STORE, COMMANDS).should().dependOnClassesThat()
                            .areAssignableTo(org.interactionhub.eventstore.EventStore.class))),
            Map.entry("Readers are pure: no Spring, no Kafka, no SQL, no clock.",
                    List.of(noClasses().that().resideInAPackage(READERS).should().dependOnClassesThat()
                            .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "java.sql..",
                                    "javax.sql.."),
                            noClasses().that().resideInAPackage(READERS).should().dependOnClassesThat()
                                    .areAssignableTo(Clock.class))),
            Map.entry("Aggregates know no Spring.",
                    List.of(noClasses().that(declareEventSourcingHandlers()).should().dependOnClassesThat()
                            .resideInAPackage("org.springframework.."))),
            Map.entry("SQL lives only in types named Table, in the event store and in .sql files.",
                    List.of(noClasses().that(DescribedPredicate.<JavaClass>not(nameMatching(".*Table(\\$.*)?"))
                            .and(not(resideInAPackage(STORE)))
                            .and(not(resideInAPackage(STANDALONE)))).should().dependOnClassesThat(
                                    resideInAnyPackage("org.springframework.jdbc.core..")
                                            .or(assignableTo(java.sql.Statement.class))))),
            Map.entry(
                    "Time is an argument: now() is called on a Clock, and no Clock lives in a decision, a reader or a projection.",
                    List.of(noClasses().should().callMethod(java.time.Instant.class, "now").orShould()
                            .callMethod(java.time.LocalDateTime.class, "now").orShould()
                            .callMethod(java.time.ZonedDateTime.class, "now").orShould()
                            .callMethod(java.time.OffsetDateTime.class, "now").orShould()
                            .callMethod(java.time.LocalDate.class, "now"),
                            noClasses().that(declareEventSourcingHandlers()).should().dependOnClassesThat()
                                    .areAssignableTo(Clock.class))),
            Map.entry("Events are records of sealed families; every event has a name, a version and a sample.",
                    List.of(classes().that().areAssignableTo(HubEvent.class).should(beRecordsOrSealed()))),
            Map.entry("Packages form no cycles.",
                    List.of(slices().matching("org.interactionhub.(**)").should().beFreeOfCycles())),
            Map.entry("No type is called Util, Helper, Manager, Impl or Dto.",
                    List.of(noClasses().should().haveSimpleNameContaining("Util").orShould()
                            .haveSimpleNameContaining("Helper").orShould().haveSimpleNameContaining("Manager")
                            .orShould()
                            .haveSimpleNameEndingWith("Impl").orShould().haveSimpleNameEndingWith("Dto"))));

    @TestFactory
    Stream<DynamicTest> the_house_obeys() {
        return RULES.entrySet().stream().flatMap(rule -> rule.getValue().stream().map(
                check -> DynamicTest.dynamicTest(rule.getKey(), () -> check.allowEmptyShould(false).check(HOUSE))));
    }

    @Test
    void every_package_says_what_lives_there_and_is_null_marked() {
        List<String> unmarked = HOUSE.stream().map(JavaClass::getPackage).distinct()
                .filter(room -> !isNullMarked(room)).map(JavaPackage::getName).toList();

        assertThat(unmarked).isEmpty();
    }

    @Test
    void every_event_has_a_name_a_version_and_a_sample() {
        assertThat(EventNames.all()).isNotEmpty().allSatisfy(event -> {
            String file = "/samples/" + EventNames.of(event).replace('/', '.') + ".json";
            assertThat(HouseRulesTest.class.getResource(file)).as(file).isNotNull();
        });
    }

    @Test
    void architecture_says_the_same_words() throws IOException {
        String map = Files.readString(Path.of("..", "ARCHITECTURE.md"));

        assertThat(RULES.keySet()).allSatisfy(rule -> assertThat(map).contains(". " + rule + "\n"));
    }

    private static ArchRule strangers(String one, String... others) {
        return noClasses().that().resideInAPackage(one).should().dependOnClassesThat().resideInAnyPackage(others);
    }

    private static DescribedPredicate<JavaClass> declareEventSourcingHandlers() {
        return DescribedPredicate.describe("declare event sourcing handlers",
                type -> type.getMethods().stream().anyMatch(
                        method -> method.isAnnotatedWith(org.axonframework.eventsourcing.EventSourcingHandler.class)));
    }

    private static ArchCondition<JavaClass> beRecordsOrSealed() {
        return new ArchCondition<>("be records, or sealed families of them") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean obeys = type.isRecord() || type.isInterface() && type.reflect().isSealed()
                        && type.getModifiers().contains(JavaModifier.PUBLIC);
                events.add(new SimpleConditionEvent(type, obeys, type.getName()));
            }
        };
    }

    private static boolean isNullMarked(JavaPackage room) {
        return room.getPackageInfo() != null && room.isAnnotatedWith(NullMarked.class);
    }
}

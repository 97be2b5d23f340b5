package org.interactionhub.benchmarks.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.interactionhub.benchmarks.conformance.MailThreads.Message;
import org.interactionhub.benchmarks.conformance.MailThreads.Node;
import org.interactionhub.readers.mail.BaseSubject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MailThreadsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

    private final List<Message> mails = new ArrayList<>();

    @Test
    void answers_stand_below_what_they_answer_in_whatever_order_they_came() {
        mail("Re: pump", "c", "a", "b");
        mail("pump", "a");
        mail("Re: pump", "b", "a");

        assertThat(threads()).isEqualTo("a(b(c))");
    }

    @Test
    void answers_to_a_mail_that_nobody_has_are_one_thread() {
        mail("Re: pump", "b", "a");
        mail("Re: valve", "c", "a");

        assertThat(threads()).isEqualTo("?(b c)");
    }

    @Test
    void an_answer_that_names_nothing_joins_by_its_subject() {
        mail("Насос", "a");
        mail("Ответ: насос", "b");
        mail("Кран", "c");

        assertThat(threads()).isEqualTo("a(b) c");
    }

    @Test
    void mails_that_name_each_other_in_a_circle_are_still_all_there() {
        mail("", "a", "b");
        mail("", "b", "c");
        mail("", "c", "a");

        assertThat(threads()).contains("a", "b", "c");
    }

    @Test
    void a_second_mail_of_the_same_name_has_a_place_of_its_own() {
        mail("", "a");
        mail("", "b", "a");
        mail("", "b", "a");

        assertThat(threads()).isEqualTo("a(b b)");
    }

    @Test
    void by_subject_the_eldest_stands_above_all_others() {
        mail("valve", "a");
        mail("Re: pump", "b");
        mail("pump", "c");
        mail("Re: valve", "d");

        assertThat(told(MailThreads.bySubject(mails))).isEqualTo("a(d) b(c)");
    }

    @Test
    void a_chain_of_answers_may_be_longer_than_a_stack_is_deep() {
        mail("", "0");
        for (int i = 1; i < 3_000; i++) {
            mail("", String.valueOf(i), String.valueOf(i - 1));
        }

        List<Node> level = MailThreads.byReferences(mails);
        for (int depth = 1; depth < 3_000; depth++) {
            level = level.getFirst().children();
        }

        assertThat(level).singleElement().extracting(Node::message).isEqualTo(mails.getLast());
    }

    private void mail(String subject, String id, String... references) {
        mails.add(new Message(mails.size(), id, List.of(references), BaseSubject.of(subject),
                MONDAY.plusSeconds(mails.size())));
    }

    private String threads() {
        return told(MailThreads.byReferences(mails));
    }

    private static String told(List<Node> nodes) {
        return nodes.stream().map(node -> {
            Message message = node.message();
            String below = told(node.children());
            return (message == null ? "?" : message.id()) + (below.isEmpty() ? "" : "(" + below + ")");
        }).collect(Collectors.joining(" "));
    }
}

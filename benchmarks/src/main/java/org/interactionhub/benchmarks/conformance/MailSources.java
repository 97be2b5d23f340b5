package org.interactionhub.benchmarks.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All that is known about mail. */
final class MailSources {

    private MailSources() {}

    static List<Source> of(Corpora corpora) {
        List<Source> sources = new ArrayList<>(List.of(new SupportMail(corpora), new Bounces(corpora),
                new ReplyTrimmer(corpora), new ReplyParser(corpora), new ProgramReplies(corpora),
                new ParsedMails(corpora, "email/stalwart-rfc"), new ParsedMails(corpora, "email/stalwart-malformed"),
                new ParsedMails(corpora, "email/stalwart-thirdparty"), new HeaderValues(corpora),
                new MarkedSubjects(corpora), new Conversations(corpora), new Calendars(corpora)));
        Set<String> told = sources.stream().map(Source::name).collect(Collectors.toSet());
        corpora.sources("email").stream().filter(name -> !told.contains(name))
                .map(name -> new SecondOpinions(corpora, name))
                .forEach(sources::add);
        return sources;
    }
}

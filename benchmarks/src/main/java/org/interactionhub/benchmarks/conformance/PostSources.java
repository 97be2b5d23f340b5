package org.interactionhub.benchmarks.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.interactionhub.events.Channel;

/** All that is known about numbers, calls, chats, forms and signatures. */
final class PostSources {

    private static final Map<String, Channel> KINDS = new TreeMap<>(
            Map.of("phone", Channel.PHONE, "chat", Channel.CHAT, "forms", Channel.WEB_FORM));

    private PostSources() {}

    static List<Source> of(Corpora corpora) {
        List<Source> sources = new ArrayList<>(
                List.of(new PhoneSpellings(corpora, "phone/libphonenumber-spellings", "spellings.json"),
                        new PhoneSpellings(corpora, "phone/libphonenumber-examples", "examples.json"),
                        new PhoneSpellings(corpora, "phone/ruby-phone", "spellings.json"), new TrackedCalls(corpora),
                        new CallLogLines(corpora), new FormStrings(corpora), new SignedPosts(corpora)));
        Set<String> told = sources.stream().map(Source::name).collect(Collectors.toSet());
        KINDS.forEach((kind, channel) -> corpora.sources(kind).stream().filter(name -> !told.contains(name))
                .forEach(name -> sources.add(new PostedBodies(corpora, name, channel))));
        return sources;
    }
}

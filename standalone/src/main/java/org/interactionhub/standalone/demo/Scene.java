package org.interactionhub.standalone.demo;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that happens in a story; which one is told by the field that only it has. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(Scene.Form.class), @JsonSubTypes.Type(Scene.Mail.class),
        @JsonSubTypes.Type(Scene.Call.class), @JsonSubTypes.Type(Scene.Chat.class),
        @JsonSubTypes.Type(Scene.Meeting.class), @JsonSubTypes.Type(Scene.Note.class),
        @JsonSubTypes.Type(Scene.Plan.class)})
sealed interface Scene {

    /** When, in the words of {@link StoryTime}. */
    String at();

    @Nullable
    Decision decision();

    /** What staff decided at the contact. */
    record Decision(String take, List<String> options, @Nullable String reason, String by) {}

    /**
     * Somebody fills in a form of the company's site.
     *
     * @param form its name
     * @param fields beside name, mail address and phone, and in place of them where they have the same names
     */
    record Form(String at, String form, String who, Map<String, String> fields,
            @Nullable Decision decision) implements Scene {}

    /**
     * @param mail its subject; with {@code Re:} it answers the last mail of that subject
     * @param quotes whether an answer quotes it, true unless it is said
     * @param html whether it is sent as HTML beside the plain text
     * @param charset of the text, UTF-8 unless it is said
     * @param attach names of resource files
     * @param twice whether it is delivered twice, as mail gateways sometimes do
     */
    record Mail(String at, String mail, String from, String to, @Nullable String cc, String text,
            @Nullable Boolean quotes, boolean html, @Nullable String charset, @Nullable List<String> attach,
            boolean twice, @Nullable Decision decision) implements Scene {

        List<String> attachments() {
            return attach == null ? List.of() : attach;
        }

        boolean isReply() {
            return mail.startsWith("Re:");
        }
    }

    /**
     * @param call {@code in} or {@code out}
     * @param talk seconds of talk; 0 if nobody took it
     * @param ring seconds it rang
     */
    record Call(String at, String call, String who, String by, int talk, @Nullable Integer ring,
            @Nullable Decision decision) implements Scene {

        boolean inbound() {
            return call.equals("in");
        }
    }

    /**
     * @param chat {@code telegram}, or the name of the chat on a site
     * @param shares whether she shares her phone number at the beginning, as messengers offer it
     */
    record Chat(String at, String chat, String with, boolean shares, List<Line> says,
            @Nullable Decision decision) implements Scene {}

    /**
     * A line of a chat.
     *
     * @param after minutes after the line before, 2 unless it is said
     * @param edit what she made of it later
     * @param gone whether she took it back
     */
    record Line(String by, String say, @Nullable Integer after, @Nullable String edit, boolean gone) {}

    /** Staff tell of a meeting that took place. */
    record Meeting(String at, String meeting, String by, @Nullable String text,
            @Nullable Decision decision) implements Scene {}

    /** Staff note something. */
    record Note(String at, String note, String by, String text, @Nullable Decision decision) implements Scene {}

    /**
     * Staff plan something.
     *
     * @param at what it is planned for
     * @param channel a meeting unless it is said
     * @param outcome {@code missed} or {@code cancelled}, if that has become of it
     */
    record Plan(String at, String plan, String by, @Nullable String channel, @Nullable String text,
            @Nullable String outcome, @Nullable String reason, @Nullable Decision decision) implements Scene {}
}

package org.interactionhub.readers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields that every form may have without being described, and the names under which sites send them. */
enum FormField {
    NAME("name", "full-name", "fullname", "your-name", "contact-name", "client-name", "fio", "фио", "имя", "ваше-имя",
            "как-к-вам-обращаться",
            "nom"), FIRST_NAME("first-name", "firstname", "fname", "given-name", "vorname", "prénom"), LAST_NAME(
                    "last-name", "lastname", "lname", "surname", "family-name", "фамилия", "nachname"), EMAIL("email",
                            "e-mail", "mail", "your-email", "email-address", "e-mail-address", "почта",
                            "электронная-почта",
                            "эл-почта", "ваш-email", "ваш-e-mail", "емейл", "имейл", "courriel"), PHONE("phone", "tel",
                                    "telephone", "phone-number", "your-phone", "mobile", "mobile-phone", "cell",
                                    "whatsapp",
                                    "телефон", "тел", "ваш-телефон", "номер-телефона", "мобильный",
                                    "контактный-телефон", "telefon"), SUBJECT("subject", "topic", "title",
                                            "your-subject", "тема", "тема-сообщения", "betreff",
                                            "sujet"), MESSAGE("message", "comment", "comments", "text", "body",
                                                    "question", "your-message", "textarea", "description",
                                                    "long-text", "сообщение", "комментарий", "вопрос", "текст",
                                                    "ваше-сообщение",
                                                    "nachricht"), COOKIE("cookie", "hub-cookie");

    /** Words of a question around what is asked for. */
    private static final Set<String> FILLERS = Set.of("what", "is", "your", "please", "enter", "give", "us", "the",
            "my",
            "ваш", "ваша", "ваше", "ваши", "укажите", "введите", "напишите", "как", "вас", "зовут");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of() cannot be changed
    private final Set<String> names;

    FormField(String... names) {
        this.names = Set.of(names);
    }

    /** By the name as it is, else by what is left of it without what says nothing: {@code q3_fullName4}, "What is your name?". */
    static Optional<FormField> of(String name) {
        String plain = dashed(innermost(name).strip());
        return named(plain).or(() -> named(bare(innermost(name))));
    }

    private static Optional<FormField> named(String plain) {
        for (FormField field : values()) {
            if (field.names.contains(plain)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private static String dashed(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    private static String bare(String name) {
        String words = name.strip().replaceFirst("^q[0-9]+_", "").replaceFirst("[0-9]+$", "")
                .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", "-").replaceAll("[?*:!.,]", " ");
        return Arrays.stream(dashed(words).split("-+")).filter(word -> !word.isEmpty() && !FILLERS.contains(word))
                .collect(Collectors.joining("-"));
    }

    /** {@code form_fields[email]} is about the email. */
    private static String innermost(String name) {
        int bracket = name.lastIndexOf('[');
        return name.endsWith("]") && bracket >= 0 && bracket < name.length() - 2
                ? name.substring(bracket + 1, name.length() - 1)
                : name;
    }
}

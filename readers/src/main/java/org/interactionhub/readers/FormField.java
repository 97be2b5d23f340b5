package org.interactionhub.readers;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
                                                    "сообщение", "комментарий", "вопрос", "текст", "ваше-сообщение",
                                                    "nachricht"), COOKIE("cookie", "hub-cookie");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of() cannot be changed
    private final Set<String> names;

    FormField(String... names) {
        this.names = Set.of(names);
    }

    static Optional<FormField> of(String name) {
        String plain = innermost(name).strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        for (FormField field : values()) {
            if (field.names.contains(plain)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** {@code form_fields[email]} is about the email. */
    private static String innermost(String name) {
        int bracket = name.lastIndexOf('[');
        return name.endsWith("]") && bracket >= 0 && bracket < name.length() - 2
                ? name.substring(bracket + 1, name.length() - 1)
                : name;
    }
}

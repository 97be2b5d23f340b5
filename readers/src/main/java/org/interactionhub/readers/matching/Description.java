package org.interactionhub.readers.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a client, as it was told; of each kind what was told first stands first.
 *
 * @param names      what she is called and how she signs
 * @param companies  for whom she says that she works
 * @param phones     as E.164
 * @param mails      mail addresses
 * @param handles    what she is called in chats, without the provider
 */
public record Description(List<String> names, List<String> companies, List<String> cities, List<String> taxNumbers,
        List<String> phones, List<String> mails, List<String> handles) {

    public Description {
        names = List.copyOf(names);
        companies = List.copyOf(companies);
        cities = List.copyOf(cities);
        taxNumbers = List.copyOf(taxNumbers);
        phones = List.copyOf(phones);
        mails = List.copyOf(mails);
        handles = List.copyOf(handles);
    }

    /** Collects a description while it is read. */
    public static final class Draft {

        private final List<String> names = new ArrayList<>();
        private final List<String> companies = new ArrayList<>();
        private final List<String> cities = new ArrayList<>();
        private final List<String> taxNumbers = new ArrayList<>();
        private final List<String> phones = new ArrayList<>();
        private final List<String> mails = new ArrayList<>();
        private final List<String> handles = new ArrayList<>();

        public void name(String name) {
            add(names, name);
        }

        public void phone(String number) {
            add(phones, number);
        }

        public void mail(String address) {
            add(mails, address);
        }

        public void handle(String handle) {
            add(handles, handle);
        }

        /** A field of a form, as its label says what it holds; most hold nothing that is compared. */
        public void field(String label, String text) {
            switch (Kind.of(label)) {
                case COMPANY -> add(companies, text);
                case CITY -> add(cities, text);
                case TAX_NUMBER -> add(taxNumbers, text);
                case PHONE, EMAIL, BIRTH_DATE, POSTCODE, SURNAME, GIVEN_NAME, PATRONYMIC, NAME, ADDRESS, STATE,
                        WORDS -> {
                    // what she is called and how she is reached the channel has told already
                }
            }
        }

        public Description description() {
            return new Description(names, companies, cities, taxNumbers, phones, mails, handles);
        }

        private static void add(List<String> all, String text) {
            String one = text.strip();
            if (!one.isEmpty() && !all.contains(one)) {
                all.add(one);
            }
        }
    }
}

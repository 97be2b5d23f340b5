package org.interactionhub.readers.matching;

import java.util.List;

/** Somebody, as she told of herself bit by bit. */
record Told(Description is) {

    private static final Portraits PORTRAITS = new Portraits();

    static Told called(String name) {
        return new Told(
                new Description(List.of(name), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    Told company(String company) {
        return new Told(new Description(is.names(), some(company), is.cities(), is.taxNumbers(), is.phones(),
                is.mails(), is.handles()));
    }

    Told city(String city) {
        return new Told(new Description(is.names(), is.companies(), some(city), is.taxNumbers(), is.phones(),
                is.mails(), is.handles()));
    }

    Told tax(String number) {
        return new Told(new Description(is.names(), is.companies(), is.cities(), some(number), is.phones(),
                is.mails(), is.handles()));
    }

    Told phone(String number) {
        return new Told(new Description(is.names(), is.companies(), is.cities(), is.taxNumbers(), some(number),
                is.mails(), is.handles()));
    }

    Told mail(String address) {
        return new Told(new Description(is.names(), is.companies(), is.cities(), is.taxNumbers(), is.phones(),
                some(address), is.handles()));
    }

    Portrait portrait() {
        return PORTRAITS.of(is);
    }

    private static List<String> some(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }
}

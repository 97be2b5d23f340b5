package org.interactionhub.readers.matching;

import org.interactionhub.readers.matching.Evidence.Agreement;

/**
 * What a piece of evidence counts, in bits. A name alone, or an address nearly the same alone, is never enough; two things
 * that do not follow from each other are. Whoever learns the figures from what people decided puts them here.
 *
 * @param rare  what is equal counts so much if few have it
 * @param doubt what is different takes so much away
 */
record Worth(double rare, double known, double common, double doubt) {

    /** Pairs with at least so much are suggested. */
    static final double ENOUGH = 14;

    /** A surname or a given name alone. */
    static final Worth ONE_NAME = new Worth(5, 3, 1, 4);

    static final Worth PERSON = new Worth(13, 10, 7, 8);

    /** Given name, patronymic and surname. */
    static final Worth WHOLE_NAME = new Worth(16, 13, 9, 8);

    /** What a company is called, which it chose not to be taken for another. */
    static final Worth HOUSE = new Worth(15, 10, 6, 8);

    private static final Worth TAX_NUMBER = new Worth(26, 26, 26, 6);
    private static final Worth COMPANY = new Worth(7, 5, 3, 2);
    private static final Worth CITY = new Worth(6, 5, 3, 3);
    private static final Worth PHONE = new Worth(18, 18, 18, 0);
    private static final Worth LOGIN = new Worth(11, 7, 3, 0);
    private static final Worth DOMAIN = new Worth(7, 5, 2, 0);

    private static final double OF_NEARLY = 0.8;

    /** Of anything but a name, whose worth hangs on what kind of name it is. */
    static Worth of(Trait trait) {
        return switch (trait) {
            case TAX_NUMBER -> TAX_NUMBER;
            case NAME -> PERSON;
            case COMPANY -> COMPANY;
            case CITY -> CITY;
            case PHONE -> PHONE;
            case LOGIN -> LOGIN;
            case DOMAIN -> DOMAIN;
        };
    }

    /** @param alike from 0, nothing in common, to 1, equal */
    double bits(Agreement agreement, double alike, Commonness commonness) {
        return switch (agreement) {
            case SAME, TRANSLITERATED -> equal(commonness);
            case NEARLY -> equal(commonness) * alike * OF_NEARLY;
            case DIFFERENT -> -doubt * (1 - alike);
        };
    }

    private double equal(Commonness commonness) {
        return switch (commonness) {
            case RARE -> rare;
            case KNOWN -> known;
            case COMMON -> common;
        };
    }
}

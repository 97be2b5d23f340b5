package org.interactionhub.benchmarks.registry;

import java.util.List;
import java.util.Random;

/**
 * What people write about: 0.6 to 1 kB, two thirds Russian and one third English, with a number of its own in each, with
 * names, and with words that hardly anybody else uses, since those make a text index large.
 */
final class Prose {

    /** In one text of five thousand. */
    static final String RARE = "гидрострелка";
    /** In one text of ten. */
    static final String COMMON = "котельной";
    /** In one text of ten of those that are not asked for by name. */
    static final String ELSEWHERE = "теплосчётчик";
    /** In one text of two thousand. */
    static final String SURNAME = "Воскобойников";

    private static final int SHORTEST = 600;
    private static final int SPREAD = 350;
    private static final int RARELY = 5_000;
    private static final int SELDOM = 2_000;
    private static final int OFTEN = 10;
    private static final int FIRST_INVOICE = 4_000_000;
    private static final List<String> LETTERS = List.of("ба", "во", "гри", "дел", "жур", "зан", "ком", "ле", "мо", "ни",
            "пар", "ру", "сто", "ти", "фо", "хра");
    private static final List<String> RUSSIAN = List.of("Добрый день, пришлите, пожалуйста, план площадки.",
            "Бригада приехала без проекта, ждём решения.", "Согласовали трубу, высота двадцать четыре метра.",
            "Когда подпишем дополнительное соглашение?", "Просим перенести замер на следующую неделю.",
            "Во вложении акты выполненных работ и смета.", "Насосы поставят не раньше пятнадцатого числа.",
            "Нужен паспорт на горелку и протокол испытаний.", "Договор ушёл юристам, ответят до конца месяца.",
            "Обнаружена протечка в узле ввода, выезжаем.", "Оплату проведём после приёмки фундамента.",
            "Главный инженер просит уточнить мощность.", "Пусконаладка идёт по графику, отставания нет.",
            "Пришлите счёт на аванс и реквизиты.", "Гарантия на автоматику три года с даты ввода.",
            "Поставщик задержал теплообменники, ищем замену.", "Надзор выдал предписание, исправим за два дня.",
            "Встречу с заказчиком назначили в офисе.");
    private static final List<String> ENGLISH = List.of("We would like to move the visit to Thursday.",
            "The boiler house must be running before the heating season.", "Please call back after lunch.",
            "Attached you will find the signed acceptance report.", "The warranty covers pumps and controls.",
            "Could you confirm the delivery date of the burners?", "Our engineer has questions about the layout.",
            "Payment was made yesterday, please check your account.");
    private static final List<String> SUBJECTS = List.of("Смета", "Договор", "Перенос замера", "Акт выполненных работ",
            "Question about the warranty", "Delivery date", "Протечка в узле ввода", "Счёт на аванс");

    private final Random random;

    Prose(Random random) {
        this.random = random;
    }

    String subject(int number) {
        return pick(SUBJECTS) + " № " + (FIRST_INVOICE + number);
    }

    /** @param crowd whether nobody asks for the writer by name */
    String text(int number, boolean crowd) {
        StringBuilder text = new StringBuilder("Счёт ").append(FIRST_INVOICE + number).append(". ");
        if (random.nextInt(RARELY) == 0) {
            text.append("Установлена ").append(RARE).append(" на обратной линии. ");
        }
        if (random.nextInt(SELDOM) == 0) {
            text.append("С уважением, ").append(SURNAME).append(". ");
        }
        if (random.nextInt(OFTEN) == 0) {
            text.append("Ждём запуска ").append(COMMON).append(" в сентябре. ");
        }
        if (crowd && random.nextInt(OFTEN) == 0) {
            text.append("Поверен ").append(ELSEWHERE).append(" на вводе. ");
        }
        text.append("Объект ").append(coined()).append(' ').append(coined()).append(". ");
        for (int end = SHORTEST + random.nextInt(SPREAD); text.length() < end;) {
            text.append(pick(random.nextInt(3) == 0 ? ENGLISH : RUSSIAN)).append(' ');
        }
        return text.toString().strip();
    }

    /** A word of which there are a million. */
    private String coined() {
        StringBuilder word = new StringBuilder();
        for (int part = 0; part < 5; part++) {
            word.append(pick(LETTERS));
        }
        return word.toString();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}

package org.interactionhub.standalone;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.WaitForSelectorOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.interactionhub.standalone.datadir.DataDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console of the whole hub as staff meet it, in a real browser. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsoleBrowserTest {

    /** The promise is one second; the machine of a test may be busy with other things. */
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String ANNA = "anna@console.example";
    private static final String HER_NUMBER = "+79035550101";

    @TempDir
    static Path root;

    @SuppressWarnings("NullAway.Init")
    private static RunningHub hub;
    @SuppressWarnings("NullAway.Init")
    private static Outside outside;
    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        Settings settings = Settings
                .from(Map.of("HUB_HTTP_PORT", "0", "HUB_SMTP_PORT", "0", "HUB_DATA", root.toString()));
        hub = new RunningHub(new DataDirectory(root), settings, () -> {
        });
        hub.start();
        outside = new Outside(settings.address(), settings.address(), settings.smtp().number());
        browser = new Browser(settings.address());
        isAnsweredByThePageItself();
    }

    /** The first client comes while the page of an empty hub is open. */
    private static void isAnsweredByThePageItself() throws Exception {
        Page empty = browser.opens("/", 1440, ColorScheme.LIGHT, "en-GB");
        assertThat(empty.locator("#command").innerText()).contains("/intake/forms/website");
        Page segments = browser.opens("/segments", 1440, ColorScheme.LIGHT, "en-GB");
        Browser.isAccessible(segments);
        Browser.keepsPicture(segments, "segments-empty-1440");
        Page segment = browser.opens("/segments/silent", 1440, ColorScheme.LIGHT, "ru-RU");
        Browser.isAccessible(segment);
        Browser.keepsPicture(segment, "segment-empty-1440");
        Browser.isAccessible(empty);
        Browser.keepsPicture(empty, "empty-1440");
        outside.posts("/intake/forms/website", "application/x-www-form-urlencoded",
                "name=" + encoded("Анна Петрова") + "&email=" + ANNA + "&phone=" + encoded(HER_NUMBER) + "&message="
                        + encoded("Нужна котельная под ключ для производственного цеха.") + "&utm_source=google");
        empty.waitForSelector(".client-row:has-text('Анна Петрова')");
        segments.waitForSelector(".empty", new WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
        mail("Re: Котельная под ключ", "Сроки нас устраивают.\r\n\r\n> Когда начинаем?\r\n");
    }

    @AfterEach
    void nothing_went_wrong_in_the_browser() {
        try {
            assertThat(browser.faults()).isEmpty();
        } finally {
            browser.closesAllWindows();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
        hub.close();
    }

    @Test
    void the_list_is_searched_as_one_types_and_leads_to_the_timeline() throws Exception {
        // Given
        Page page = browser.opens("/", 1440, ColorScheme.LIGHT, "ru-RU");
        // When
        page.fill("#q", "555");
        page.keyboard().press("Enter");
        page.fill("#q", "555-01-01");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("q=555-01-01"));
        page.locator(".client-row a").first().click();
        // Then
        page.waitForSelector(".entry");
        assertThat(page.locator("h1").innerText()).contains("Анна");
    }

    @Test
    void a_new_mail_stands_on_the_open_timeline_without_a_reload() throws Exception {
        // Given
        Page page = timeline(1440, ColorScheme.LIGHT);
        page.evaluate("document.documentElement.dataset.mark = 'first'");
        // When
        mail("Срочный вопрос по монтажу", "Перезвоните, пожалуйста.\r\n");
        // Then
        page.waitForSelector(".entry:has-text('Срочный вопрос по монтажу')");
        Locator chip = page.locator("a.chip.email").first();
        assertThat(chip.locator(".who").boundingBox().y).isCloseTo(chip.locator(".what").boundingBox().y, within(3.0));
        assertThat(page.locator("#now-quiet").count()).isZero();
        assertThat(page.locator("html").getAttribute("data-mark")).isEqualTo("first");
    }

    @Test
    void a_name_too_long_for_a_phone_is_cut_on_the_strip_and_stays_in_sight() throws Exception {
        // Given
        Page page = browser.opens("/", 375, ColorScheme.LIGHT, "ru-RU");
        // When
        outside.posts("/intake/chats/site", "application/json", """
                {"conversation":"works","messageId":"works-1","text":"Когда привезёте котёл?",
                 "from":{"id":"works","name":"Тепличный комбинат «Северный сад» имени академика Мичурина"}}""");
        // Then
        Locator chip = page.locator("a.chip.chat:has-text('Мичурина')");
        chip.waitFor();
        BoundingBox room = chip.boundingBox();
        BoundingBox name = chip.locator(".who").boundingBox();
        assertThat(name.y + name.height).isLessThanOrEqualTo(room.y + room.height);
        assertThat(name.width).isGreaterThan(room.width / 2);
    }

    @Test
    void a_call_is_told_on_every_page_and_goes_on_in_its_place() throws Exception {
        // Given
        Page page = browser.opens("/", 1440, ColorScheme.DARK, "en-GB");
        // When
        long begun = System.nanoTime();
        call("\"newCall\"");
        page.waitForSelector("a.chip.ringing:has-text('is calling')");
        Duration untilTold = Duration.ofNanos(System.nanoTime() - begun);
        Browser.keepsPicture(page, "ringing-1440-dark");
        call("\"answer\",\"user\":\"Olga\"");
        page.waitForSelector("a.chip.answered");
        call("\"hangup\",\"cause\":\"normalClearing\"");
        page.waitForSelector("a.chip.ended");
        // Then
        assertThat(untilTold).isLessThan(SOON);
        assertThat(page.locator("a.chip.phone")).satisfies(chip -> assertThat(chip.count()).isEqualTo(1));
        page.locator("a.chip.phone").click();
        page.waitForSelector(".entry.phone");
    }

    @Test
    void a_plan_its_outcome_a_decision_a_note_and_an_owner_are_written_down_by_keyboard_alone() throws Exception {
        // Given
        Page page = timeline(1440, ColorScheme.LIGHT);
        Desk desk = new Desk(page);
        Locator planned = page.locator(".entry:has-text('Согласовать смету')");
        // When
        page.keyboard().press("Control+k");
        page.keyboard().type("заплан");
        page.waitForSelector("#palette-hits [aria-selected=true]:has-text('Запланировать')");
        page.keyboard().press("Enter");
        page.fill("#plan-when", LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES).toString());
        desk.isAsked("plan").in("subject").types("Согласовать смету").in("me").types("Ирина Соколова").saves();
        planned.waitFor();
        desk.opens(planned.locator("[data-say=outcome]")).types("Смета согласована").saves();
        page.waitForSelector(".entry.held:has-text('Смета согласована')");
        desk.opens(planned.locator("[data-say=decision]")).types("Начинаем").in("options").types("Ждём\nОтказ").in("reason")
                .saves();
        planned.locator(".decision").waitFor();
        desk.opens(planned.locator("[data-say=remark]")).types("Просили копию").saves();
        planned.locator(".remark").waitFor();
        desk.opens("note").types("Звонить после обеда").saves();
        page.waitForSelector(".entry.note:has-text('Звонить после обеда')");
        desk.opens("owner").types("Олег Белов").saves();
        page.waitForSelector("#client-owner:has-text('Олег Белов')");
        // Then
        assertThat(planned.count()).isEqualTo(1);
        assertThat(planned.innerText()).contains("Ирина Соколова", "Начинаем", "варианты: Ждём · Отказ", "Просили копию");
        assertThat(page.locator("[data-me-name]").innerText()).isEqualTo("Ирина Соколова");
    }

    @Test
    void a_form_says_in_words_what_it_lacks_and_gives_the_focus_back() throws Exception {
        // Given
        Page page = timeline(1440, ColorScheme.LIGHT);
        Desk desk = new Desk(page).opens("note");
        // When
        page.keyboard().press("Enter");
        // Then
        assertThat(page.locator("dialog[open] .refused").innerText()).startsWith("Заполните поле");
        desk.leaves();
        assertThat(desk.hasFocus().getAttribute("data-say")).isEqualTo("note");
    }

    @Test
    void a_ringing_call_of_a_stranger_is_answered_noted_named_and_called_back() throws Exception {
        // Given
        Page page = browser.opens("/", 1440, ColorScheme.LIGHT, "ru-RU");
        String stranger = "\"callId\":\"stranger\",\"direction\":\"in\",\"from\":\"+79035550199\",\"to\":\"+74951234567\"}";
        outside.posts("/intake/calls/office", "application/json", "{\"event\":\"newCall\"," + stranger);
        // When
        page.locator("a.chip.ringing:has-text('записать')").click();
        page.waitForSelector(".call-state.ringing");
        assertThat(page.locator(":focus").getAttribute("name")).isEqualTo("text");
        page.keyboard().type("Нужны два насоса");
        Browser.isAccessible(page);
        Browser.keepsPicture(page, "call-1440-light");
        page.keyboard().press("Enter");
        page.waitForSelector(".entry.phone .remark:has-text('Нужны два насоса')");
        page.fill(".calls .in-line [name=name]", "Пётр Ильин");
        page.keyboard().press("Enter");
        page.waitForSelector("h1:has-text('Пётр Ильин')");
        outside.posts("/intake/calls/office", "application/json", "{\"event\":\"hangup\"," + stranger);
        page.locator(".calls button:has-text('Перезвонить')").click();
        // Then
        page.waitForSelector(".entry.planned.phone:has-text('Перезвонить')");
        assertThat(page.locator(".calls .in-line").count()).isZero();
        page.locator(".calls .fold:visible").first().click();
        assertThat(page.locator(".calls").boundingBox().height).as("one line, out of the way").isLessThan(60);
        new Desk(page).opens(page.locator(".entry.planned [data-say=outcome]"));
        assertThat(page.locator("#outcome-held").isDisabled()).as("tomorrow's call was not held yet").isTrue();
        assertThat(page.locator("#outcome-cancelled").isChecked()).isTrue();
    }

    @Test
    void two_who_may_be_one_are_compared_merged_and_parted_again() throws Exception {
        // Given
        Page page = browser.opens("/suggestions", 1440, ColorScheme.LIGHT, "ru-RU");
        runs(page.locator("#command").innerText());
        page.locator("#suspicions .button").first().click();
        Browser.isAccessible(page);
        Browser.keepsPicture(page, "compare-1440-light");
        String survivor = page.locator(".side.survives h2").innerText();
        String other = page.locator(".side:not(.survives) h2").innerText();
        // When
        Desk desk = new Desk(page);
        desk.opens(page.locator("[data-say=merge]")).types("Позвонила и сказала").saves();
        // Then
        page.waitForSelector(".known-as:has-text('" + other + "')");
        assertThat(page.locator("h1").innerText()).isEqualTo(survivor);
        page.locator(".known-as a").click();
        page.waitForSelector(".sayings article:has-text('Позвонила и сказала')");
        Browser.isAccessible(page);
        Browser.keepsPicture(page, "identity-1440-light");
        desk.opens(page.locator("[data-say=undo]")).types("Это её сестра").saves();
        page.waitForSelector(".client-acts");
        page.waitForSelector(".same-as:has-text('" + other + "')");
        page.locator(".same-as a:has-text('Сравнить')").click();
        desk.opens(page.locator("[data-say=distinct]")).types("Сёстры").saves();
        page.waitForSelector(".client-acts");
        assertThat(page.locator(".same-as").count()).isZero();
        page.navigate(page.url().replaceFirst("/clients/.*", "/suggestions"));
        page.waitForSelector("#found .empty");
    }

    @Test
    void clients_are_handed_over_once_it_is_seen_who_and_taken_back() throws Exception {
        // Given
        String client = outside.says("/api/clients", "{\"name\":\"Лесной двор\"}").path("id").asString();
        outside.says("/api/clients/" + client + "/owner", "{\"owner\":\"Олег Портнов\"}");
        long position = outside.says("/api/interactions", """
                {"clientId":"%s","channel":"meeting","plannedFor":"%s","subject":"Осмотр участка"}"""
                .formatted(client, Instant.now())).path("position").asLong();
        outside.asks("/api/clients?limit=1&atLeast=" + position);
        Page page = browser.opens("/portfolios", 1440, ColorScheme.LIGHT, "ru-RU");
        page.locator(".portfolios a:has-text('Олег Портнов')").click();
        page.waitForSelector(".promises:has-text('Осмотр участка')");
        // When
        page.locator("#to").fill("Ирина Ветрова");
        page.locator("#to").press("Tab");
        page.waitForSelector("#preview:has-text('Лесной двор')");
        Browser.isAccessible(page);
        Browser.keepsPicture(page, "handover-1440-light");
        Desk desk = new Desk(page);
        desk.opens(page.locator("[data-say=handover]")).types("Отпуск").saves();
        // Then
        page.waitForSelector(".handovers article:has-text('Отпуск')");
        page.setViewportSize(375, 900);
        Browser.fits(page);
        Browser.isAccessible(page);
        page.navigate(page.url().replaceFirst("/portfolios/.*", "/clients/" + client));
        assertThat(page.locator("#client-owner").innerText()).isEqualTo("Ирина Ветрова");
        page.locator("#client-owner").click();
        desk.opens(page.locator("[data-say=giveback]")).types("Перенесён").saves();
        page.waitForSelector(".handovers .undone:has-text('Перенесён')");
        assertThat(page.locator(".client-row").count()).isZero();
    }

    @Test
    void every_form_is_accessible_and_fits() throws Exception {
        Page page = timeline(375, ColorScheme.DARK);
        Desk desk = new Desk(page);
        for (String form : List.of("plan", "meeting", "note", "owner", "rename")) {
            desk.opens(form);
            isFit(page, form);
        }
        for (String form : List.of("decision", "remark")) {
            desk.opens(page.locator(".entry [data-say=" + form + "]").first());
            isFit(page, form);
        }
        desk.opens(page.locator(".me"));
        isFit(page, "me");
    }

    private static void isFit(Page page, String form) {
        Locator main = page.locator("dialog[open] .button.primary");
        assertThat(main.evaluate("button => getComputedStyle(button).color")).as("the words on the button of " + form)
                .isNotEqualTo(main.evaluate("button => getComputedStyle(button).backgroundColor"));
        Browser.isAccessible(page);
        Browser.fits(page);
        Browser.keepsPicture(page, "say-" + form + "-375-dark");
        new Desk(page).leaves();
    }

    @Test
    void the_original_opens_in_a_frame_that_can_do_nothing() throws Exception {
        // Given
        Page page = timeline(1440, ColorScheme.LIGHT);
        // When
        page.locator(".entry.email details.original summary").first().click();
        // Then
        page.waitForSelector("iframe[sandbox='']");
        await().untilAsserted(() -> assertThat(page.frames().getLast().content()).contains("Message-ID"));
    }

    @Test
    void half_a_number_typed_into_the_palette_leads_to_its_client() throws Exception {
        // Given
        Page page = browser.opens("/", 375, ColorScheme.DARK, "ru-RU");
        page.keyboard().press("Control+k");
        page.waitForSelector("#palette[open] [role=option]");
        Browser.isAccessible(page);
        // When
        page.keyboard().type("555-01-01");
        page.waitForSelector("#palette-hits[data-q='555-01-01'] [aria-selected=true]:has-text('Анна Петрова')");
        Browser.fits(page);
        Browser.keepsPicture(page, "palette-375-dark");
        page.keyboard().press("Enter");
        // Then
        page.waitForURL(url -> url.contains("/clients/"));
        assertThat(page.locator("h1").innerText()).contains("Анна");
    }

    @Test
    void mails_that_answer_each_other_are_one_entry_that_opens_and_grows_while_it_is_read() throws Exception {
        // Given
        mail("Смета на котельную", "Пришлите смету.\r\n");
        mail("Уточнение", "И срок поставки.\r\n", "Смета на котельную");
        Page page = timeline(1440, ColorScheme.LIGHT);
        page.locator(".exchange:has-text('2 сообщения') details.messages > summary").click();
        page.waitForSelector(".said .message:has-text('Пришлите смету.')");
        // When
        mail("Ещё одно", "Ждём ответа.\r\n", "Смета на котельную");
        page.waitForSelector("#held:not([hidden])");
        assertThat(page.locator(".said .message").count()).isEqualTo(2);
        page.locator("#held").click();
        // Then
        page.waitForSelector(".said .message:has-text('Ждём ответа.')");
        assertThat(page.locator(".said .message").count()).isEqualTo(3);
        Browser.isAccessible(page);
        Browser.keepsPicture(page, "thread-1440-light");
    }

    @Test
    void every_page_fits_at_every_width_and_is_accessible_in_both_themes() throws Exception {
        String anna = "/clients/" + outside.clientsBy(ANNA).getFirst();
        for (String path : List.of("/", anna, anna + "/segments", anna + "/identity", anna + "/compare", "/imports", "/imports/new", anna + "/house", "/portfolios", "/portfolios/-", "/arrivals", "/segments", "/segments/most-contacts",
                "/views", "/views/answer-time-per-owner", "/operations", "/operations/dead-letters",
                "/operations/accounts", "/operations/processors", "/operations/replays")) {
            // When
            Page page = browser.opens(path, 1440, ColorScheme.LIGHT, "ru-RU");
            // Then
            String name = path.equals("/") ? "clients" : path.replace(anna, "client").replaceFirst("^/", "").replace('/', '-');
            Browser.isAccessible(page);
            Browser.keepsPicture(page, name + "-1440-light");
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            for (int width : List.of(1024, 768, 375)) {
                page.setViewportSize(width, 900);
                Browser.fits(page);
            }
            Browser.isAccessible(page);
            Browser.keepsPicture(page, name + "-375-dark");
            page.context().close();
        }
    }

    @Test
    void a_phone_shows_whether_an_account_adds_up_and_where_the_tabs_go_on() {
        // When
        Page page = browser.opens("/operations/accounts", 375, ColorScheme.DARK, "ru-RU");
        // Then
        assertThat(page.evaluate("""
                [...document.querySelectorAll('.figures.cards .verdict .badge-soft')]
                    .every(badge => badge.getBoundingClientRect().right <= innerWidth)""")).isEqualTo(true);
        assertThat(page.getAttribute(".bar > nav", "data-more")).isEmpty();
        page.waitForSelector(".tabs[data-more=both]");
        page.evaluate("document.querySelector('.tabs').scrollLeft = 9999");
        page.waitForSelector(".tabs[data-more=start]");
    }

    @Test
    void a_page_that_is_not_there_says_so_accessibly() {
        // When
        Page page = browser.opens("/clients/nobody", 375, ColorScheme.LIGHT, "ru-RU");
        // Then
        assertThat(page.locator("h1").innerText()).contains("не удалось понять");
        Browser.isAccessible(page);
        Browser.fits(page);
        browser.faults(); // the browser itself writes down that the answer was no page
    }

    @Test
    void who_is_answered_leaves_every_open_page_that_said_she_waits() throws Exception {
        // Given
        Instant longAgo = Clock.systemUTC().instant().minus(Duration.ofDays(10));
        Page list = browser.opens("/?q=%D0%94%D0%B0%D1%80%D1%8C%D1%8F&segment=unanswered", 1440, ColorScheme.LIGHT, "ru-RU");
        list.waitForSelector("#found .empty");
        chatOf("darya", "m1", "inbound", longAgo, "Когда будет смета?");
        list.waitForSelector(".client-row:has-text('Дарья')");
        await().atMost(SOON).untilAsserted(() -> assertThat(outside.clientsBy("site:darya")).hasSize(1));
        Page timeline = browser.opens("/clients/" + outside.clientsBy("site:darya").getFirst(), 1440, ColorScheme.LIGHT, "ru-RU");
        timeline.waitForSelector("#in-unanswered");
        // When
        chatOf("darya", "m2", "outbound", Clock.systemUTC().instant(), "Готова, высылаю.");
        // Then
        list.waitForSelector("#found .empty");
        timeline.waitForSelector("#in-unanswered", new WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
    }

    @Test
    void another_language_keeps_what_was_searched_since_the_page_was_drawn() {
        // Given
        Page page = browser.opens("/", 1440, ColorScheme.LIGHT, "ru-RU");
        page.fill("#q", "555-01-01");
        page.waitForURL(url -> url.contains("q=555-01-01"));
        // When
        page.locator("a[hreflang=en]").click();
        // Then
        page.waitForSelector("html[lang=en]");
        assertThat(page.url()).contains("q=555-01-01");
        assertThat(page.locator(".client-row").count()).isEqualTo(1);
    }

    @Test
    void the_command_of_empty_dead_letters_makes_one_and_it_is_read_again_in_vain() throws Exception {
        // Given
        Page page = browser.opens("/operations/dead-letters", 1440, ColorScheme.LIGHT, "en-GB");
        // When
        runs(page.locator("#command").innerText());
        page.waitForSelector("li.letter:has-text('A call event that we do not know')");
        page.locator("li.letter [data-do]").first().click();
        // Then
        page.waitForSelector("#answer:has-text('still cannot be taken')");
        page.waitForSelector("li.letter .number:has-text('2')");
        page.locator("li.letter a").first().click();
        page.waitForSelector(".raw pre:has-text('fax')");
        Browser.isAccessible(page);
        // that the page was told no is written down by the browser itself
        assertThat(browser.faults()).allMatch(fault -> fault.contains("409"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "unanswered", "silent", "new-this-month", "most-contacts" })
    void the_command_of_a_segment_gives_it_one_more_member(String segment) throws Exception {
        // Given
        Page page = browser.opens("/segments/" + segment, 1440, ColorScheme.LIGHT, "ru-RU");
        int before = page.locator(".member-row").count();
        // When
        runs(page.locator("#command").textContent());
        // Then
        page.locator(".member-row").nth(before).waitFor();
    }

    @Test
    void the_command_of_an_empty_timeline_plans_a_meeting_on_it() throws Exception {
        // Given
        Page page = browser.opens("/", 1440, ColorScheme.LIGHT, "en-GB");
        page.evaluate("""
                fetch('/api/clients', {method: 'POST', headers: {'Content-Type': 'application/json'},
                      body: JSON.stringify({kind: 'prospect', name: 'Nobody Yet'})})""");
        page.click(".client-row a:has-text('Nobody Yet')");
        page.waitForSelector("#timeline .empty");
        Browser.isAccessible(page);
        Browser.keepsPicture(page, "client-empty-1440");
        // When
        runs(page.locator("#command").innerText());
        // Then
        page.waitForSelector(".entry:has-text('Visit to the site')");
        assertThat(page.locator("#timeline .empty").isVisible()).isFalse();
    }

    @Test
    void arrivals_come_by_themselves_and_hold_still_when_asked_to() throws Exception {
        // Given
        Page page = browser.opens("/arrivals", 1440, ColorScheme.LIGHT, "en-GB");
        chat("first", "Is the price final?");
        page.waitForSelector("li.arrival:has-text('Is the price final?')");
        // When
        page.click("[data-pause]");
        chat("second", "Not yet to be seen");
        await().atMost(SOON).untilAsserted(() -> assertThat(outside.asks("/api/arrivals?limit=1").toString())
                .contains("Not yet to be seen"));
        int whileHeld = page.locator("li.arrival:has-text('Not yet')").count();
        page.click("[data-pause]");
        // Then
        assertThat(whileHeld).isZero();
        page.waitForSelector("li.arrival:has-text('Not yet to be seen')");
    }

    @Test
    void a_rebuild_is_started_and_followed_on_its_page() throws Exception {
        // Given
        Page page = browser.opens("/operations/replays", 1440, ColorScheme.LIGHT, "en-GB");
        // When
        page.click("[data-opens=start]");
        page.click("dialog[open] [data-do]");
        // Then
        page.waitForSelector(".replay:has-text('done')");
    }

    @Test
    void a_view_says_that_the_hub_is_away_and_lets_her_ask_again() throws Exception {
        // Given
        Page page = browser.opens("/views/contacts-by-channel-and-month", 1440, ColorScheme.LIGHT, "ru-RU");
        page.waitForSelector("#standing [data-build]:enabled");
        page.route("**/api/replays", Route::abort);
        // When
        page.locator("[data-build]").click();
        // Then
        page.waitForSelector("#view-refused[lang=ru]:has-text('Не получилось')");
        page.waitForSelector("#standing [data-build]:enabled");
        assertThat(browser.faults()).allMatch(fault -> fault.contains("ERR_FAILED"));
    }

    @Test
    void a_view_is_built_again_and_drawn() throws Exception {
        // Given
        Page page = browser.opens("/views/contacts-by-channel-and-month", 1440, ColorScheme.LIGHT, "en-GB");
        // When
        page.click("[data-build]");
        page.waitForSelector("#chart canvas");
        // Then
        assertThat(page.locator("#chart canvas").boundingBox().height).isGreaterThan(200);
        Browser.isAccessible(page);
        Browser.keepsPicture(page, "view-1440");
    }

    private static void runs(String command) throws Exception {
        Process shell = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true).start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).as(command).containsAnyOf("receiptId", "\"position\"");
    }

    private static void chat(String id, String text) throws Exception {
        outside.posts("/intake/chats/site", "application/json", "{\"conversation\":\"live\",\"messageId\":\"" + id
                + "\",\"text\":\"" + text + "\",\"from\":{\"id\":\"v-1\",\"name\":\"Ivan\"}}");
    }

    private static void chatOf(String person, String id, String direction, Instant sentAt, String text) throws Exception {
        outside.posts("/intake/chats/site", "application/json", "{\"conversation\":\"" + person + "\",\"messageId\":\"" + id
                + "\",\"direction\":\"" + direction + "\",\"sentAt\":\"" + sentAt + "\",\"text\":\"" + text
                + "\",\"" + (direction.equals("inbound") ? "from" : "to") + "\":{\"id\":\"" + person + "\",\"name\":\"Дарья\"}"
                + (direction.equals("inbound") ? "}" : ",\"from\":{\"id\":\"desk\"}}"));
    }

    private static Page timeline(int width, ColorScheme scheme) throws Exception {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(outside.timelineOf(ANNA)).hasSizeGreaterThan(1));
        Page page = browser.opens("/clients/" + outside.clientsBy(ANNA).getFirst(), width, scheme, "ru-RU");
        page.waitForSelector(".entry.email");
        return page;
    }

    private static void mail(String subject, String text, String... answered) throws Exception {
        String references = Stream.of(answered).map(one -> "\r\nReferences: " + messageId(one)).collect(joining());
        outside.posts("/intake/emails?to=info@romashka.example", "message/rfc822", "From: " + ANNA
                + "\r\nTo: info@romashka.example\r\nSubject: " + subject + "\r\nMessage-ID: " + messageId(subject)
                + references + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text);
    }

    private static String messageId(String subject) {
        return "<" + subject.hashCode() + "@console.example>";
    }

    private static void call(String event) throws Exception {
        outside.posts("/intake/calls/office", "application/json", "{\"event\":" + event
                + ",\"callId\":\"console-1\",\"direction\":\"in\",\"from\":\"" + HER_NUMBER + "\",\"to\":\"+74951234567\"}");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

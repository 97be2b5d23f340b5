package org.interactionhub.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A headless Chromium of the system that writes down what a visitor must never meet. */
final class Browser implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String CHROMIUM = System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium");

    /**
     * Whatever moves by itself while it is read is told as an error of the page; 0.1 is what the web's own measure calls good.
     * That measure takes the farthest move of a frame for everything that moved in it: where a chip of the strip makes room in
     * the frame in which a row comes, the rows count as if they had moved as far. So one of the largest things must itself
     * have moved by a tenth of the page.
     */
    private static final String SHIFTS = """
            const isFar = source => Math.abs(source.currentRect.y - source.previousRect.y) > innerHeight / 10
                || Math.abs(source.currentRect.x - source.previousRect.x) > innerWidth / 10;
            new PerformanceObserver(shifts => shifts.getEntries()
                .filter(shift => !shift.hadRecentInput && shift.value > 0.1 && shift.sources.some(isFar))
                .forEach(shift => console.error('layout shift ' + shift.value + ' of '
                    + shift.sources.map(source => source.node?.id || source.node?.className || source.node?.nodeName))))
                .observe({ type: 'layout-shift', buffered: true });
            """;

    /** Asked for nothing but violations, it need not describe all that is well, which is most of a page. */
    private static final String WHAT_AXE_MINDS = """
            axe.run(document, { resultTypes: ['violations'] }).then(found => found.violations.map(rule =>
                rule.id + ': ' + rule.nodes.map(node => node.html + ' ' + node.failureSummary).join(', ')))
            """;

    private final Playwright playwright = Playwright
            .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium = playwright.chromium()
            .launch(new LaunchOptions().setExecutablePath(Path.of(CHROMIUM)).setArgs(List.of("--no-sandbox")));
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final List<BrowserContext> windows = new ArrayList<>();
    private final String hub;

    Browser(String hub) {
        this.hub = hub;
    }

    /** A page of the hub in a window of its own. */
    Page opens(String path, int width, ColorScheme scheme, String language) {
        BrowserContext window = chromium.newContext(new NewContextOptions().setViewportSize(width, 900)
                .setColorScheme(scheme).setLocale(language));
        windows.add(window);
        Page page = window.newPage();
        page.addInitScript(SHIFTS);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                faults.add("console: " + message.text());
            }
        });
        page.onPageError(error -> faults.add("script: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(hub + "/") && !request.url().startsWith("data:")) {
                faults.add("foreign request: " + request.url());
            }
        });
        page.navigate(hub + path);
        page.waitForSelector("html[data-live=on]");
        return page;
    }

    /** What went wrong on any page since the last time this was asked. */
    List<String> faults() {
        List<String> told = new ArrayList<>(faults);
        faults.clear();
        return told;
    }

    /** Every page is live and keeps asking the hub; those that a test is done with would slow down the next. */
    void closesAllWindows() {
        windows.forEach(BrowserContext::close);
        windows.clear();
        faults.clear();
    }

    static void isAccessible(Page page) {
        page.evaluate(AxeBuilder.getAxeScript());
        assertThat((List<?>) page.evaluate(WHAT_AXE_MINDS)).as("what axe minds on " + page.url()).isEmpty();
    }

    /** What is drawn by script follows the window a moment later. */
    static void fits(Page page) {
        await().untilAsserted(() -> assertThat(
                page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("how far " + page.url() + " runs over its window of " + page.viewportSize().width).isEqualTo(0));
    }

    static void keepsPicture(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    @Override
    public void close() {
        playwright.close();
    }
}

package freshlegs.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real Chromium without a window, as a computer or a phone, by day or by night. */
public final class ABrowser implements AutoCloseable {
    public static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    public static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String AXE = axe();
    public static final int PAPER_HEIGHT = 1045;
    private static final int PAPER_WIDTH = 717;
    private static final int LONG_ENOUGH = 12_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChromeDriver driver;

    private ABrowser(ChromeDriver driver) {
        this.driver = driver;
    }

    public static boolean isInstalled() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    public static ABrowser open(Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-extensions",
                "--disable-breakpad",
                "--disable-backgrounding-occluded-windows",
                "--disable-renderer-backgrounding",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(DRIVER.toString()))
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.executeCdpCommand("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
        return new ABrowser(driver);
    }

    public ABrowser ofSize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        return this;
    }

    public ABrowser by(String scheme) {
        return shownOn("screen", scheme);
    }

    /** For somebody who wants nothing to move by itself, by day. */
    public ABrowser withoutMotion() {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        "screen",
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", "light"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        return this;
    }

    /** As a sheet of A4 paper shows it to somebody whose screen is dark, within the margins that browsers leave. */
    public ABrowser onPaper() {
        ofSize(PAPER_WIDTH, PAPER_HEIGHT);
        return shownOn("print", "dark");
    }

    private ABrowser shownOn(String media, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    /** Whose pages find its clock at a moment, from where it goes on. */
    public ABrowser at(Instant moment) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", """
                (() => {
                  const Real = Date, apart = %d;
                  Date = class extends Real {
                    constructor(...given) { given.length ? super(...given) : super(Real.now() + apart); }
                    static now() { return Real.now() + apart; }
                  };
                })();
                """.formatted(
                        moment.toEpochMilli() - System.currentTimeMillis())));
        return this;
    }

    /** With a finger, in the middle of what is there. */
    public void tap(String selector) {
        WebElement there = driver.findElement(By.cssSelector(selector));
        driver.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", there);
        there.click();
    }

    /** By a tap that leads to another page; answers when that is there. */
    public void tapAway(String selector) {
        leave(() -> tap(selector));
    }

    public void show(String address) {
        driver.get(address);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <T> T ask(String script) {
        @SuppressWarnings("unchecked")
        T answer = (T) driver.executeScript(script);
        return answer;
    }

    /** What a script hands over to {@code done} in its time. */
    public void awaitDone(String script) {
        driver.executeAsyncScript("const done = arguments[arguments.length - 1];" + script);
    }

    /** By the keyboard, wherever on the page it is. */
    public void press(String selector) {
        driver.findElement(By.cssSelector(selector)).sendKeys(Keys.ENTER);
    }

    /** By the keyboard, what is said with a tick. */
    public void tick(String selector) {
        driver.findElement(By.cssSelector(selector)).sendKeys(Keys.SPACE);
    }

    /** By the keyboard; answers when the page that follows is there. */
    public void follow(String selector) {
        leave(() -> press(selector));
    }

    /** With the hand, from one place to another, again if it slipped; answers when the page that follows is there. */
    public void drag(String from, String to) {
        leave(() -> {
            driver.executeScript("addEventListener('drop', () => { window.dropped = true; }, true)");
            await().atMost(PATIENCE).pollDelay(Duration.ZERO).until(() -> {
                pull(from, to);
                return Boolean.TRUE.equals(driver.executeScript("return Boolean(!window.stillHere || window.dropped)"));
            });
        });
    }

    private void leave(Runnable deed) {
        driver.executeScript("window.stillHere = true");
        deed.run();
        awaitTrue("!window.stillHere && document.readyState === 'complete'");
    }

    /** Until an expression of the page's holds; one that cannot be told yet does not hold yet. */
    public void awaitTrue(String expression) {
        String told = "try { return Boolean(" + expression + ") } catch (notYet) { return false }";
        await(expression).atMost(PATIENCE).until(() -> Boolean.TRUE.equals(driver.executeScript(told)));
    }

    /** Until all these words are seen. */
    public void awaitText(String... words) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(text()).contains(words));
    }

    /** The page as one opens it, which does not ask for itself anew as the one that has just taken an answer does for a while. */
    public void openAnew() {
        show(driver.getCurrentUrl().replaceFirst("\\?.*", ""));
    }

    private void pull(String from, String to) {
        WebElement place = driver.findElement(By.cssSelector(to));
        driver.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", place);
        new Actions(driver)
                .moveToElement(driver.findElement(By.cssSelector(from)))
                .clickAndHold()
                .moveByOffset(12, 4)
                .moveByOffset(12, 4)
                .moveToElement(place)
                .moveByOffset(3, 3)
                .release()
                .perform();
    }

    public void focus(String selector) {
        ask("document.querySelector('" + selector + "').focus()");
    }

    /** The controls that the tab key does not come to, or at which one does not see that it has. */
    public List<String> unreachable() {
        Number controls = ask("""
                window.controls = new Set([...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
                    .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && e.tabIndex >= 0 && e.type !== 'hidden'
                        && !(e.type === 'radio' && !e.checked)));
                window.unseen = [];
                document.activeElement?.blur();
                return window.controls.size;
                """);
        Number left = controls;
        for (int i = 0; left.intValue() > 0 && i < 2 * controls.intValue() + 20; i++) {
            new Actions(driver).sendKeys(Keys.TAB).perform();
            left = ask("""
                    const here = document.activeElement, style = getComputedStyle(here);
                    if (window.controls.delete(here) && here.type !== 'radio' && (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2))
                        window.unseen.push('not seen: ' + here.outerHTML.slice(0, 90));
                    return window.controls.size
                    """);
        }
        return ask(
                "return [...window.unseen, ...[...window.controls].map(e => 'not reached: ' + e.outerHTML.slice(0, 90))]");
    }

    /** Into whatever has the focus. */
    public void type(String keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** The words that are seen. */
    public String text() {
        return ask("return document.body?.innerText ?? ''");
    }

    /** As somebody does who picks files in the dialogue of a file button. */
    public void choose(String selector, List<Path> files) {
        driver.findElement(By.cssSelector(selector))
                .sendKeys(files.stream().map(Path::toString).collect(Collectors.joining("\n")));
    }

    /** What the browser complained about, such as a blocked file; that it has forgotten what it was asked to forget is no complaint. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("Clear-Site-Data header on"))
                .toList();
    }

    /** What has moved on the page since it was asked for, if it was more than hardly anything. */
    public List<String> shifts() {
        return ask("""
                const seen = new PerformanceObserver(() => {});
                seen.observe({ type: 'layout-shift', buffered: true });
                const all = seen.takeRecords();
                return all.reduce((sum, entry) => sum + entry.value, 0) < 0.02 ? [] : all.map(entry =>
                    entry.value + entry.sources.map(({ node, previousRect, currentRect }) =>
                        ' ' + (node?.outerHTML ?? node?.textContent ?? '').slice(0, 90)
                            + ' from ' + JSON.stringify(previousRect) + ' to ' + JSON.stringify(currentRect)).join())
                """);
    }

    /** What axe-core finds against WCAG 2.2 A and AA on the page as it is now, a line each: the rule and where. */
    @SuppressWarnings("unchecked")
    public List<String> violations() {
        // In one script, since a page that asks for itself anew forgets what it was given.
        return (List<String>) driver.executeAsyncScript("if (!window.axe) {\n" + AXE + "\n}\n" + """
                const done = arguments[0];
                const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
                axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] })
                    .then(found => done(found.violations.flatMap(rule => rule.nodes.map(node =>
                        rule.id + " at " + node.target + ": " + node.failureSummary.replace(/\\s+/g, " ")))))
                    .catch(trouble => done(["axe-core failed: " + trouble]))
                """);
    }

    private static String axe() {
        try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole page, however long; it no longer asks for itself anew, as one that does so under the camera leaves that waiting for ever. */
    public void photograph(String name) {
        ask("window.stop()");
        Number height = ask("return document.documentElement.scrollHeight");
        Number width = ask("return document.documentElement.clientWidth");
        Object picture = driver.executeCdpCommand(
                        "Page.captureScreenshot",
                        Map.of(
                                "format",
                                "png",
                                "captureBeyondViewport",
                                true,
                                "optimizeForSpeed",
                                true,
                                "clip",
                                Map.of(
                                        "x",
                                        0,
                                        "y",
                                        0,
                                        "width",
                                        width,
                                        "height",
                                        Math.min(height.intValue(), LONG_ENOUGH),
                                        "scale",
                                        1)))
                .get("data");
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), Base64.getDecoder().decode((String) picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}

package freshlegs.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.coach.ABrowser;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Somebody at the console with a browser of their own; whatever page they look at is checked and photographed. */
final class AVisit implements AutoCloseable {
    private static final Set<Form> CHECKED = EnumSet.of(Form.COMPUTER_LIGHT, Form.PHONE_DARK);
    static final int SMALL = 200_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String ELSEWHERE = "return performance.getEntriesByType('resource').map(e => e.name)"
            + ".filter(name => !name.startsWith(location.origin + '/'))";
    private static final String SHIFT = """
            const seen = new PerformanceObserver(() => {});
            seen.observe({ type: 'layout-shift', buffered: true });
            return seen.takeRecords().reduce((sum, entry) => sum + entry.value, 0)
            """;

    /** Each file as it went over the wire, or as it would have where the browser had it already. */
    private static final String TRANSFERRED = """
            return ['navigation', 'resource'].flatMap(kind => performance.getEntriesByType(kind))
                .reduce((sum, entry) => sum + Math.max(entry.transferSize, entry.encodedBodySize), 0)
            """;

    private final ABrowser browser;
    private final Form own;
    private final URI console;

    private AVisit(ABrowser browser, Form own, URI console) {
        this.browser = browser;
        this.own = own;
        this.console = console;
    }

    static AVisit to(URI console, Form own, Path profile) {
        ABrowser browser = ABrowser.open(profile);
        own.putOn(browser);
        return new AVisit(browser, own, console);
    }

    ABrowser browser() {
        return browser;
    }

    AVisit go(String path) {
        browser.show(console.resolve(path).toString());
        return this;
    }

    /** As somebody does who looks again until it is there: a plan follows an answer a little later than the answer shows. */
    AVisit find(String path, String... words) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(go(path).browser().text()).contains(words));
        return this;
    }

    AVisit type(String field, String text) {
        browser.focus(field);
        browser.type(text);
        return this;
    }

    void signIn(String login, String password) {
        type("[name=login]", login).type("[name=password]", password);
        browser.follow("main form button");
    }

    /** On every form; a page may change by itself meanwhile. */
    void look(String name) {
        browser.awaitTrue("!document.querySelector('.chart') || document.documentElement.dataset.charts === 'drawn'");
        for (Form form : Form.values()) {
            form.putOn(browser);
            browser.photograph("journey-" + name + "-" + form.key());
            Boolean fits =
                    browser.ask("return document.documentElement.scrollWidth <= document.documentElement.clientWidth");
            assertThat(fits).as(name + " fits a " + form.key()).isTrue();
            if (CHECKED.contains(form)) {
                assertThat(browser.violations())
                        .as(name + " by axe-core, " + form.key())
                        .isEmpty();
            }
        }
        own.putOn(browser);
        assertThat(browser.<List<String>>ask(ELSEWHERE)).as(name).isEmpty();
        assertThat(browser.complaints()).as(name).isEmpty();
    }

    /** The browser says of a refusal that something is wrong, which it is meant to be. */
    void forgive(String status) {
        assertThat(browser.complaints()).allSatisfy(each -> assertThat(each).contains("status of " + status));
    }

    double shift() {
        return browser.<Number>ask(SHIFT).doubleValue();
    }

    int transferred() {
        return browser.<Number>ask(TRANSFERRED).intValue();
    }

    /** What the server answered, and the page's words. */
    int status() {
        return browser.<Number>ask("return performance.getEntriesByType('navigation')[0].responseStatus")
                .intValue();
    }

    String path() {
        return browser.ask("return location.pathname");
    }

    @Override
    public void close() {
        browser.close();
    }
}

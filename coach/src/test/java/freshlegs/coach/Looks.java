package freshlegs.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** A page by day and by night, at a desk and on a phone: that it fits, is read and hit easily, and breaks no rule of WCAG. */
public final class Looks {
    /** WCAG 2.2, 2.5.8; links within a sentence are excepted there. */
    private static final String SMALL = """
            return [...document.querySelectorAll('main button, main summary, main select, .who button, .who a')]
                .filter(each => each.checkVisibility() && (each.offsetHeight < 24 || each.offsetWidth < 24))
                .map(each => each.outerHTML.slice(0, 80));
            """;

    private Looks() {}

    /** Each with a picture; axe-core looks at one of each width and each scheme. */
    public static void check(ABrowser browser, String name) {
        assertThat(browser.complaints()).as(name).isEmpty();
        for (String scheme : List.of("light", "dark")) {
            for (int width : new int[] {1280, 390}) {
                browser.ofSize(width, 844).by(scheme);
                String look = name + "-" + (width == 390 ? "phone" : "computer") + "-" + scheme;
                browser.photograph(look);
                assertFits(browser, look);
                List<String> faint = browser.ask(Contrast.FAINT);
                assertThat(faint).as(look + ": faint text").isEmpty();
                if (scheme.equals("dark") == (width == 390)) {
                    List<String> small = browser.ask(SMALL);
                    assertThat(small).as(look + ": targets under 24 px").isEmpty();
                    assertThat(browser.violations()).as(look + " by axe-core").isEmpty();
                }
            }
        }
        browser.ofSize(1280, 844).by("light");
    }

    /** Nothing is reached by scrolling sideways; tables and charts may scroll within themselves. */
    public static void assertFits(ABrowser browser, String look) {
        List<String> wide = browser.ask("""
                const most = document.documentElement.clientWidth;
                if (document.documentElement.scrollWidth <= most) return [];
                return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > most + 1)
                    .map(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 30)).slice(0, 5)
                        .concat(document.documentElement.scrollWidth + ' > ' + most);
                """);
        assertThat(wide).as(look + " fits").isEmpty();
        List<String> together = browser.ask("""
                return [...document.querySelectorAll('.stack td, .stack th')]
                    .filter(cell => cell.checkVisibility() && !cell.closest('thead') && cell.scrollWidth > cell.clientWidth + 1)
                    .map(cell => cell.textContent.trim().slice(0, 40));
                """);
        assertThat(together).as(look + " keeps words apart").isEmpty();
    }
}

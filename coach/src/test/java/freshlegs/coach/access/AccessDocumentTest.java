package freshlegs.coach.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessDocumentTest {
    private static final String BEGIN = "<!-- roles -->\n";
    private static final String END = "<!-- end of roles -->";
    private static final Map<Right, String> WORDS = Map.of(
            Right.SEE, "look at trends, alerts, plan, runs and files",
            Right.ANSWER, "answer alerts: judge, silence, note",
            Right.PLAN, "decide about the plan, and make one",
            Right.HAND_OVER, "hand over files and check-ins",
            Right.SHARE, "let others see it, end that, read who looked");

    /** With {@code -Dfreshlegs.docs=write} it writes them instead. */
    @Test
    void the_documentation_says_what_each_role_may_do() throws IOException {
        Path file = Path.of(System.getProperty("freshlegs.root"), "docs", "access.md");
        String page = Files.readString(file);
        String written =
                page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + table() + page.substring(page.indexOf(END));
        if ("write".equals(System.getProperty("freshlegs.docs"))) {
            Files.writeString(file, written);
        }

        assertThat(Files.readString(file)).isEqualTo(written);
    }

    private static String table() {
        StringBuilder table = new StringBuilder("\n| may |");
        for (Role role : Role.values()) {
            table.append(" `").append(role.key()).append("` |");
        }
        table.append("\n|---|").append("---|".repeat(Role.values().length)).append('\n');
        for (Right right : Right.values()) {
            table.append("| ").append(WORDS.get(right)).append(" |");
            for (Role role : Role.values()) {
                table.append(role.may(right) ? " yes |" : " no |");
            }
            table.append('\n');
        }
        return table.append('\n').toString();
    }
}

package freshlegs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What operators' queries may rely on: the page that is kept names every view, column and type, and none of them goes. */
class AnalyticsContractTest {
    private static final Path PAGE = Path.of(System.getProperty("freshlegs.root"), "docs", "analytics.md");
    private static final String BEGIN = "<!-- views -->\n";
    private static final String END = "<!-- end of views -->";
    private static final Pattern VIEW = Pattern.compile("### (\\w+)");
    private static final Pattern COLUMN = Pattern.compile("\\| (\\w+) \\| ([^|]+) \\| .*");

    private static ADatabase database;

    @BeforeAll
    static void make() throws Exception {
        database = ADatabase.fresh();
    }

    /** Also before the page is written anew, so that only a change of the page by hand takes a promise back. */
    @Test
    void no_column_that_was_promised_is_removed_or_retyped() throws Exception {
        assertThat(database.rows("""
                        select c.relname || ' ' || a.attname || ' ' || format_type(a.atttypid, null)
                        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                        where c.relnamespace = 'analytics'::regnamespace
                        """)).containsAll(promised()).hasSizeGreaterThan(200);
    }

    /** With {@code -Dfreshlegs.docs=write} it writes them instead. */
    @Test
    void the_page_names_every_view_and_column_with_its_meaning() throws Exception {
        String page = Files.readString(PAGE);
        String written = page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                + described()
                + page.substring(page.indexOf(END));
        if ("write".equals(System.getProperty("freshlegs.docs"))) {
            Files.writeString(PAGE, written);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(written).doesNotContain("| null |");
    }

    @Test
    void the_schema_holds_views_alone() throws Exception {
        assertThat(database.rows(
                        "select distinct relkind from pg_class where relnamespace = 'analytics'::regnamespace"))
                .containsExactly("v");
    }

    private static List<String> promised() throws Exception {
        List<String> columns = new ArrayList<>();
        String view = "";
        for (String line : Files.readAllLines(PAGE)) {
            Matcher heading = VIEW.matcher(line);
            Matcher column = COLUMN.matcher(line);
            if (heading.matches()) {
                view = heading.group(1);
            } else if (column.matches() && !column.group(1).equals("column")) {
                columns.add(view + " " + column.group(1) + " " + column.group(2));
            }
        }
        return columns;
    }

    private static String described() throws Exception {
        StringBuilder page = new StringBuilder();
        for (String relation : database.rows("select relname, obj_description(oid), oid from pg_class"
                + " where relnamespace = 'analytics'::regnamespace order by relname")) {
            List<String> parts = Arrays.asList(relation.split("\\|", -1));
            page.append("\n### ").append(parts.get(0));
            page.append("\n\n").append(parts.get(1)).append("\n\n| column | type | meaning |\n|---|---|---|\n");
            for (String column : database.rows(
                    "select attname, format_type(atttypid, null), col_description(attrelid, attnum) from pg_attribute"
                            + " where attrelid = " + parts.get(2) + " and attnum > 0 order by attnum")) {
                page.append("| ").append(column.replace("|", " | ")).append(" |\n");
            }
        }
        return page.append('\n').toString();
    }
}

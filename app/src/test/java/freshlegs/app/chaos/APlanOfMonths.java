package freshlegs.app.chaos;

import java.time.LocalDate;

/** The words that plan the way to a race in three months, begun four weeks ago. */
final class APlanOfMonths {
    private APlanOfMonths() {}

    static Object[] create(String athlete, LocalDate today) {
        return new Object[] {
            "plan",
            "create",
            "--athlete",
            athlete,
            "--goal",
            "5K on " + today.plusDays(90),
            "--baseline",
            "5K 22:30 on " + today.minusDays(35),
            "--days",
            "Tue,Thu,Sat,Sun",
            "--long-run",
            "Sun",
            "--from",
            today.minusDays(28).toString()
        };
    }
}

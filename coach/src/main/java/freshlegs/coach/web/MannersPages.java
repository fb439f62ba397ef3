package freshlegs.coach.web;

import freshlegs.coach.access.Refusal;
import freshlegs.coach.page.MannersPage;
import freshlegs.coach.page.MannersPage.Form;
import freshlegs.coach.page.Sayings;
import freshlegs.coach.tell.AccountManners;
import freshlegs.coach.tell.HeldBack;
import freshlegs.coach.tell.HeldBack.Message;
import freshlegs.coach.tell.Manners;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** When somebody wants to be told, and what is held back until then. */
final class MannersPages {
    private static final String PAGE = "/account/manners";

    private final AccountManners manners;
    private final HeldBack heldBack;
    private final Templates templates;
    private final Clock clock;

    MannersPages(AccountManners manners, HeldBack heldBack, Templates templates, Clock clock) {
        this.manners = manners;
        this.heldBack = heldBack;
        this.templates = templates;
        this.clock = clock;
    }

    void addTo(Gate gate) {
        gate.signedIn(HandlerType.GET, PAGE, request -> {
            Manners wanted = manners.of(Gate.visitor(request).account());
            show(request, MannersForm.of(wanted), wanted, Optional.empty());
        });
        gate.signedIn(HandlerType.POST, PAGE, this::change);
    }

    private void change(Context request) {
        String account = Gate.visitor(request).account();
        Form form = MannersForm.of(request);
        try {
            manners.set(account, MannersForm.read(form, Preferring.sayings(request)));
            request.redirect(PAGE + "?saved=1", HttpStatus.SEE_OTHER);
        } catch (Refusal refusal) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, form, manners.of(account), Optional.of(refusal.sentence()));
        }
    }

    private void show(Context request, Form form, Manners wanted, Optional<String> trouble) {
        Sayings sayings = Preferring.sayings(request);
        List<MannersPage.Line> lines = heldBack.of(Gate.visitor(request).account(), clock.instant()).stream()
                .map(message -> MannersPage.line(
                        message.alert(),
                        message.athlete(),
                        message.step(),
                        message.status(),
                        message.cause(),
                        MannersPage.why(message.reason(), message.until(), wanted.zone(), sayings),
                        sayings))
                .toList();
        boolean saved = trouble.isEmpty() && request.queryParam("saved") != null;
        MannersPage page = new MannersPage(form, lines, saved, trouble);
        request.header("Referrer-Policy", "same-origin");
        templates.show(request, "manners", sayings.say("manners.heading"), page, Optional.empty());
    }

    /** On the board: how many wait and until when; empty when none do. */
    Optional<String> tally(String account, Sayings sayings) {
        Manners wanted = manners.of(account);
        record Same(String reason, Instant until) {}
        Map<Same, Long> waiting = heldBack.of(account, clock.instant()).stream()
                .collect(Collectors.groupingBy(
                        (Message message) -> new Same(message.reason(), message.until()),
                        LinkedHashMap::new,
                        Collectors.counting()));
        return Optional.of(waiting.entrySet().stream()
                        .map(same -> MannersPage.tally(
                                same.getKey().reason(),
                                same.getValue(),
                                same.getKey().until(),
                                wanted.zone(),
                                sayings))
                        .collect(Collectors.joining(" ")))
                .filter(line -> !line.isEmpty());
    }
}

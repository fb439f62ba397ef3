package freshlegs.app.journey;

import freshlegs.coach.ABrowser;

/** How somebody looks at a page. */
enum Form {
    COMPUTER_LIGHT(1280, 900, "light"),
    COMPUTER_DARK(1280, 900, "dark"),
    PHONE_LIGHT(390, 844, "light"),
    PHONE_DARK(390, 844, "dark");

    private final int width;
    private final int height;
    private final String scheme;

    Form(int width, int height, String scheme) {
        this.width = width;
        this.height = height;
        this.scheme = scheme;
    }

    void putOn(ABrowser browser) {
        browser.ofSize(width, height).by(scheme);
    }

    String key() {
        return (width < 600 ? "phone-" : "computer-") + scheme;
    }
}

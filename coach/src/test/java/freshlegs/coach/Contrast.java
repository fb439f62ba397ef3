package freshlegs.coach;

/** What a browser is asked about how well text stands out. */
public final class Contrast {
    /** WCAG 2.2, 1.4.3: at least 4.5 to 1; a background that lets another through is laid over it. */
    public static final String FAINT = """
            const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
            const over = layers => { probe.clearRect(0, 0, 1, 1);
                for (const c of layers) { probe.fillStyle = c; probe.fillRect(0, 0, 1, 1); }
                return [...probe.getImageData(0, 0, 1, 1).data].slice(0, 3); };
            const light = rgb => rgb.map(v => v / 255)
                .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
            const behind = e => { const layers = [];
                for (let at = e; at; at = at.parentElement) layers.unshift(getComputedStyle(at).backgroundColor);
                return layers; };
            const faint = [];
            for (const e of document.querySelectorAll('body *')) {
                const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
                if (!own || e.closest('.sr, .skip, svg, .u-legend') || !e.checkVisibility()) continue;
                const back = behind(e), a = light(over([...back, getComputedStyle(e).color])), b = light(over(back));
                const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                if (ratio < 4.5) faint.push(e.className + ': ' + e.textContent.trim().slice(0, 30) + ' ' + ratio.toFixed(2));
            }
            return [...new Set(faint)];
            """;

    private Contrast() {}
}

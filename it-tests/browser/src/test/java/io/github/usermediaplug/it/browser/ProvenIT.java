package io.github.usermediaplug.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.Issuer;
import io.github.usermediaplug.it.people.Chromium;
import io.github.usermediaplug.it.process.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The browser's API and the page where tokens prove who somebody is, on several devices. */
class ProvenIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Issuer ISSUER =
      Issuer.sharing("a secret of no less than 32 bytes".getBytes(StandardCharsets.UTF_8));

  /** What every script begins with: clients, and one event of a target as a promise. */
  private static final String BEGINNING =
      """
      const { UserMediaPlug } = await import('./user-media-plug.js');
      const once = (target, type) =>
        new Promise(resolve => target.addEventListener(type, resolve, { once: true }));
      const client = async (user, token = tokens[user]) => {
        const plug = new UserMediaPlug();
        await plug.connect({ user, token });
        await plug.register().catch(() => {});
        await plug.setStatus('online');
        return plug;
      };
      """;

  @TempDir Path data;

  private ServerProcess server;
  private ChromeDriver browser;

  @BeforeEach
  void aPageOfTheServerIsOpen() throws IOException {
    server =
        ServerProcess.start(
            data,
            Map.of("USER_MEDIA_PLUG_IDENTITY", "token", "USER_MEDIA_PLUG_TOKEN_KEY", ISSUER.key()));
    Chromium chromium = Chromium.onThisMachine();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.browser().toString());
    options.addArguments("--headless", "--no-sandbox", "--disable-gpu");
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(chromium.driver().toFile())
                .build(),
            options);
    browser.manage().timeouts().scriptTimeout(PATIENCE);
    browser.get("http://localhost:" + server.port() + "/user-media-plug/");
  }

  @AfterEach
  void theyEnd() {
    browser.quit();
    server.close();
  }

  @Test
  void aCallRingsOnEachDeviceAndTheOthersAreToldThatOneHasAnswered() {
    assertEquals(
        List.of("answered-elsewhere", "ended", "answered-elsewhere"),
        script(
            """
            const ada = await client('ada');
            const [phone, tablet, laptop] =
              [await client('grace'), await client('grace'), await client('grace')];
            const rings = [phone, tablet, laptop].map(plug => once(plug, 'call'));
            ada.call('grace');
            const [onPhone, onTablet, onLaptop] =
              (await Promise.all(rings)).map(({ detail }) => detail);
            const ended = [onTablet, onLaptop].map(call => once(call, 'ended'));
            await onPhone.accept();
            const [first, second] = (await Promise.all(ended)).map(({ detail }) => detail.reason);
            const late = await onLaptop.accept().catch(error => error.code);
            return [first, late, onTablet.reason];
            """));
  }

  @Test
  void aTokenIsAskedForAnewAtEachConnectionAndARefusalIsTheEnd() {
    assertEquals(
        List.of("waiting open waiting closed", "not-authorized", 3L, 3L),
        script(
            """
            const lines = [];
            window.WebSocket = class extends WebSocket {
              constructor(url) { super(url); lines.push(this); }
            };
            let asked = 0;
            const plug = new UserMediaPlug();
            await plug.connect({ user: 'ada', token: async () => ++asked < 3 ? tokens.ada : tokens.old });
            const states = [];
            const closed = new Promise(resolve => plug.addEventListener('connection', ({ detail }) => {
              if (detail.state !== 'connecting') states.push(detail.state);
              if (detail.state === 'closed') resolve(detail.reason);
            }));
            const open = () => new Promise(resolve => plug.addEventListener('connection',
              ({ detail }) => detail.state === 'open' && resolve()));
            const again = open();
            lines.at(-1).close();
            await again;
            lines.at(-1).close();
            const reason = await closed;
            // It would be the next to come online again, were it still trying.
            window.dispatchEvent(new Event('online'));
            await client('grace');
            return [states.join(' '), reason, asked, lines.length - 1];
            """));
  }

  @Test
  void noSecretIsInTheAddressOfALine() {
    assertEquals(
        List.of("/user-media-plug/media", "/user-media-plug/meta"),
        script(
            """
            const urls = new Set();
            window.WebSocket = class extends WebSocket {
              constructor(url) { super(url); urls.add(String(url).replace(/^ws:..[^/]+/, '')); }
            };
            const [ada, grace] = [await client('ada'), await client('grace')];
            const ring = once(grace, 'call');
            const session = await ada.call('grace');
            const live = new Promise(resolve => session.addEventListener('state',
              ({ detail }) => detail.state === 'live' && resolve()));
            await (await ring).detail.accept();
            await live;
            return [...urls].sort();
            """));
  }

  @Test
  void thePageTakesATokenWhereOneIsAskedFor() {
    find("#user").sendKeys("ada");
    find("#sign-in-button").click();
    await(find("#token")::isDisplayed);
    assertEquals(
        "The server did not accept that you are this person.", find("#sign-in-error").getText());
    find("#token").sendKeys(ISSUER.token("grace"));
    find("#sign-in-button").click();
    await(() -> find("#token").getDomProperty("value").isEmpty());
    await(find("#token")::isDisplayed);
    find("#token").sendKeys(ISSUER.token("ada"));
    find("#sign-in-button").click();
    await(() -> "people".equals(find("body").getDomAttribute("data-view")));
  }

  private Object script(String body) {
    Object result =
        browser.executeAsyncScript(
            "(async (tokens, done) => {"
                + BEGINNING
                + "done(await (async () => {"
                + body
                + "})()); })(...arguments).catch(error => arguments[arguments.length - 1](String(error.stack)))",
            Map.of(
                "ada", ISSUER.token("ada"),
                "grace", ISSUER.token("grace"),
                "old", ISSUER.token("ada", "exp", Issuer.in(-10))));
    return result;
  }

  private WebElement find(String selector) {
    return browser.findElement(By.cssSelector(selector));
  }

  private void await(java.util.function.BooleanSupplier condition) {
    new WebDriverWait(browser, PATIENCE).until(any -> condition.getAsBoolean());
  }
}

package io.github.usermediaplug.it.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * One person at the demo page: a browser of its own, with a fake camera and microphone, on a line
 * of its own.
 */
public final class Person implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--ignore-certificate-errors",
          "--use-fake-device-for-media-stream",
          "--use-fake-ui-for-media-stream",
          "--autoplay-policy=no-user-gesture-required");

  /** A browser in which WebCodecs is missing, as in older ones. */
  public static final String WITHOUT_WEBCODECS =
      "for (const name of ['VideoEncoder', 'VideoDecoder', 'AudioEncoder', 'AudioDecoder']) delete window[name]";

  private final String name;
  private final Line line;
  private final ChromeDriver browser;

  private Person(String name, Line line, ChromeDriver browser) {
    this.name = name;
    this.line = line;
    this.browser = browser;
  }

  /** Opens the page of the WAR that runs itself, and signs in. */
  public static Person at(int serverPort, String name, String... scriptsBeforeThePage)
      throws IOException {
    URI page = URI.create("http://localhost:" + serverPort + "/user-media-plug/");
    return at(page, name, scriptsBeforeThePage);
  }

  /**
   * Opens a page of this machine, and signs in. With {@code https} any certificate is believed.
   *
   * @param page its address, with a port and the slash at its end
   */
  public static Person at(URI page, String name, String... scriptsBeforeThePage)
      throws IOException {
    Chromium chromium = Chromium.onThisMachine();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.browser().toString());
    options.addArguments(FLAGS);
    ChromeDriver browser =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(chromium.driver().toFile())
                .build(),
            options);
    Person person = new Person(name, new Line(page.getPort()), browser);
    for (String script : scriptsBeforeThePage) {
      browser.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }
    person.desktop();
    browser.get(
        "%s://localhost:%d%s".formatted(page.getScheme(), person.line.port(), page.getPath()));
    person.find("#user").sendKeys(name);
    person.find("#sign-in-button").click();
    person.await("is signed in", () -> person.state("view").equals("people"));
    return person;
  }

  public Line line() {
    return line;
  }

  public void knows(Person other) {
    knows(other.name);
  }

  public void knows(String other) {
    find("#add-name").sendKeys(other);
    find("#add-button").click();
    await("lists " + other, () -> !browser.findElements(By.cssSelector(row(other))).isEmpty());
  }

  public void sees(Person other, String status) {
    await(
        "sees " + other.name + " " + status,
        () -> status.equals(find(row(other.name)).getDomAttribute("data-status")));
  }

  /** The other's name and status in the list are these words, to the letter. */
  public void readsOf(String other, String status) {
    await(
        "reads that " + other + " is " + status,
        () ->
            other.equals(find(row(other) + " .person-name").getText())
                && status.equals(find(row(other) + " .person-status").getText()));
  }

  /**
   * Sets a status that the page does not offer, as an application with statuses of its own does.
   */
  public void setsStatus(String status) {
    script(
        """
        const presence = document.querySelector('#presence');
        presence.add(new Option(arguments[0], arguments[0]));
        presence.value = arguments[0];
        presence.dispatchEvent(new Event('change'));
        """,
        status);
  }

  public void calls(Person other) {
    find(row(other.name) + " .person-call").click();
  }

  public void accepts(Person other) {
    accepts(other.name);
  }

  public void accepts(String other) {
    isRungBy(other);
    find("#accept").click();
  }

  public void rejects(Person other) {
    rejects(other.name);
  }

  public void rejects(String other) {
    isRungBy(other);
    find("#reject").click();
  }

  public void isRungBy(Person other) {
    isRungBy(other.name);
  }

  public void isRungBy(String other) {
    await("is rung by " + other, () -> other.equals(incoming()));
  }

  public void isNotRung() {
    await("is not rung any more", () -> incoming() == null);
  }

  /** Hangs up, or withdraws a call that still rings. */
  public void hangsUp() {
    find("#hang-up").click();
  }

  public void signsInAgainByReloading() {
    browser.navigate().refresh();
  }

  public void isInCall(String state) {
    await("is in call: " + state, () -> state("call").equals(state));
  }

  /** What the page says in words, once it says that. */
  public void reads(String words) {
    await("reads '" + words + "'", () -> find("#notice").getText().contains(words));
  }

  /** The other's picture has its size, its clock advances, and its pixels change. */
  public void seesLivePicture() {
    await(
        "has a picture",
        () ->
            script("return document.querySelector('#remote-video').videoWidth")
                    instanceof Long width
                && width > 0);
    Object before = picture();
    double clock = clock();
    await("sees the picture move", () -> !picture().equals(before));
    await("sees the clock advance", () -> clock() > clock);
  }

  /** The fake microphone beeps once a second; silence all through would have no loudest moment. */
  public void hearsSound() {
    script(
        """
        const video = document.querySelector('#remote-video');
        const stream = video.srcObject ?? video.captureStream();
        const context = new AudioContext();
        const analyser = context.createAnalyser();
        context.createMediaStreamSource(stream).connect(analyser);
        const samples = new Float32Array(analyser.fftSize);
        window.loudest = 0;
        setInterval(() => {
          analyser.getFloatTimeDomainData(samples);
          for (const sample of samples) window.loudest = Math.max(window.loudest, Math.abs(sample));
        }, 10);
        """);
    await("hears something", () -> ((Number) script("return window.loudest")).doubleValue() > 0.01);
  }

  public long pictureWidth() {
    return (Long) script("return document.querySelector('#remote-video').videoWidth");
  }

  public void desktop() {
    browser.manage().window().setSize(new Dimension(1280, 887));
  }

  public void phone() {
    browser.manage().window().setSize(new Dimension(500, 930));
  }

  public void screenshot(String title) throws IOException {
    Files.createDirectories(SCREENSHOTS);
    Files.write(SCREENSHOTS.resolve(title + ".png"), browser.getScreenshotAs(OutputType.BYTES));
  }

  /** What the browser did not do because the page's policy forbids it; each is told once. */
  public List<String> refusedByThePolicy() {
    return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .filter(message -> message.contains("Content Security Policy"))
        .toList();
  }

  /** What went wrong in the page's own scripts, and nobody caught. */
  public List<String> uncaught() {
    return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .filter(message -> message.contains("Uncaught"))
        .toList();
  }

  /** What an asynchronous function with this body returns, in the page. */
  public Object runs(String body) {
    browser.manage().timeouts().scriptTimeout(PATIENCE);
    return browser.executeAsyncScript(
        """
        const done = arguments[arguments.length - 1];
        (async () => {
        %s
        })().then(done, error => done(String(error.stack)));
        """
            .formatted(body));
  }

  /** Tries what a script that does not belong to the page would try; whether it was let. */
  public boolean mayRunAForeignScript() {
    script(
        """
        const inline = document.createElement('script');
        inline.textContent = 'window.intruder = true';
        document.body.append(inline);
        """);
    return script("return window.intruder") != null;
  }

  @Override
  public void close() {
    browser.quit();
    try {
      line.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String row(String other) {
    return ".person[data-user='" + other + "']";
  }

  private WebElement find(String selector) {
    return browser.findElement(By.cssSelector(selector));
  }

  private String state(String of) {
    return find("body").getDomAttribute("data-" + of);
  }

  private String incoming() {
    return find("body").getDomAttribute("data-incoming");
  }

  private double clock() {
    return ((Number) script("return document.querySelector('#remote-video').currentTime"))
        .doubleValue();
  }

  private Object picture() {
    return script(
        """
        const canvas = document.createElement('canvas');
        canvas.width = 64;
        canvas.height = 48;
        const context = canvas.getContext('2d');
        context.drawImage(document.querySelector('#remote-video'), 0, 0, 64, 48);
        return context.getImageData(0, 0, 64, 48).data.join();
        """);
  }

  private Object script(String script, Object... arguments) {
    return browser.executeScript(script, arguments);
  }

  private void await(String what, BooleanSupplier condition) {
    try {
      new WebDriverWait(browser, PATIENCE).until(any -> condition.getAsBoolean());
    } catch (TimeoutException late) {
      throw new AssertionError(
          name
              + " never "
              + what
              + "; call is "
              + state("call")
              + ", connection "
              + state("connection")
              + ", notice '"
              + find("#notice").getText()
              + "', console "
              + browser.manage().logs().get("browser").getAll());
    }
  }
}

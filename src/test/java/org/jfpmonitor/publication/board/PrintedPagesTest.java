package org.jfpmonitor.publication.board;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.PdfOptions;
import com.microsoft.playwright.options.Media;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jfpmonitor.EveryCase;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages as a browser prints them. */
@EveryCase
@TestStore
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "jfp.demo=true")
class PrintedPagesTest {

	/** What only who listens is told, and what is drawn. */
	private static final String NOT_PRINTED = ".nhsuk-u-visually-hidden, .hidden, svg";

	@LocalServerPort
	private int port;

	private final Map<String, List<String>> sheets = new HashMap<>();

	private BrowserContext context;

	private Page page;

	@BeforeAll
	void open() {
		this.context = Chromium.context(new NewContextOptions().setBypassCSP(true));
		this.page = this.context.newPage();
		this.page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
	}

	@AfterAll
	void close() {
		if (this.context != null) {
			this.context.close();
		}
	}

	/** Each with the most sheets that it may take. */
	static Stream<Arguments> lengths() {
		return Stream.of(Arguments.of("/", 3), Arguments.of("/report", 24), Arguments.of("/objectives/7a", 7),
				Arguments.of("/objectives/6b", 5), Arguments.of("/measures", 4));
	}

	static Stream<String> addresses() {
		return lengths().map((each) -> String.valueOf(each.get()[0]));
	}

	@ParameterizedTest
	@MethodSource("addresses")
	void whatLeadsElsewhereOrAsksForSomethingStaysOnTheScreen(String address) throws IOException {
		assertThat(printed(address)).allSatisfy((sheet) -> assertThat(sheet).doesNotContain("(Link", "http",
				"/objectives/", "Sign in", "Emails", "Skip to", "Filter", "as CSV", "How to read", "Back to"));
	}

	@ParameterizedTest
	@MethodSource("lengths")
	void fewSheetsAreEnough(String address, int sheets) throws IOException {
		assertThat(printed(address)).hasSizeLessThanOrEqualTo(sheets);
	}

	@ParameterizedTest
	@CsvSource({ "/, Objective and owner", "/measures, 'Variation, assurance'" })
	void theHeadingsOfATableStandOnEachOfItsSheets(String address, String heading) throws IOException {
		List<String> sheets = printed(address);
		List<List<String>> rows = rows(".jfp-board tbody tr:not(.jfp-board__ambition)");
		assertThat(sheets.stream().filter((sheet) -> holdsOneOf(sheet, rows))).hasSizeGreaterThan(1)
			.allMatch((sheet) -> squeezed(sheet).contains(squeezed(heading)));
	}

	@ParameterizedTest
	@MethodSource("addresses")
	void noRowIsSplitBetweenSheets(String address) throws IOException {
		List<String> sheets = printed(address).stream().map(PrintedPagesTest::squeezed).toList();
		List<List<String>> rows = rows("tbody tr");
		assertThat(rows).isNotEmpty();
		assertThat(rows.stream()
			.filter((row) -> sheets.stream().noneMatch((sheet) -> row.stream().allMatch(sheet::contains)))).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("addresses")
	void noHeadingEndsASheet(String address) throws IOException {
		List<String> sheets = printed(address);
		List<String> headings = texts("h1, h2, h3, h4, .jfp-board__ambition, .ambition");
		assertThat(headings).isNotEmpty();
		assertThat(sheets.stream().map(PrintedPagesTest::squeezed))
			.noneMatch((sheet) -> headings.stream().anyMatch(sheet::endsWith));
	}

	/** The text of each sheet; the page is left as it is printed. */
	private List<String> printed(String address) throws IOException {
		this.page.navigate("http://127.0.0.1:" + this.port + address);
		PageFont.USUAL.draw(this.page);
		List<String> known = this.sheets.get(address);
		List<String> printed = (known != null) ? known
				: sheets(this.page.pdf(new PdfOptions().setPreferCSSPageSize(true)));
		this.sheets.put(address, printed);
		this.page.evaluate("document.querySelectorAll('" + NOT_PRINTED + "').forEach(each => each.remove())");
		return printed;
	}

	private static List<String> sheets(byte[] pdf) throws IOException {
		List<String> sheets = new ArrayList<>();
		try (PDDocument document = Loader.loadPDF(pdf)) {
			PDFTextStripper text = new PDFTextStripper();
			for (int sheet = 1; sheet <= document.getNumberOfPages(); sheet++) {
				text.setStartPage(sheet);
				text.setEndPage(sheet);
				sheets.add(text.getText(document));
			}
		}
		return sheets;
	}

	/** The lines of the cells of each row that is printed. */
	@SuppressWarnings("unchecked")
	private List<List<String>> rows(String selector) {
		return ((List<List<String>>) this.page.locator(selector)
			.evaluateAll("rows => rows.filter(row => row.checkVisibility())"
					+ ".map(row => [...row.cells].flatMap(cell => cell.innerText.split(/\\n/)))"))
			.stream()
			.map((row) -> row.stream().map(PrintedPagesTest::squeezed).toList())
			.toList();
	}

	private List<String> texts(String selector) {
		return this.page.locator(selector)
			.allInnerTexts()
			.stream()
			.map(PrintedPagesTest::squeezed)
			.filter((text) -> !text.isEmpty())
			.toList();
	}

	private static boolean holdsOneOf(String sheet, List<List<String>> rows) {
		return rows.stream().anyMatch((row) -> row.stream().allMatch(squeezed(sheet)::contains));
	}

	/** Without white space, since lines break elsewhere on paper. */
	private static String squeezed(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
	}

}

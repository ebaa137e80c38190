package org.jfpmonitor.publication.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jfpmonitor.EveryCase;
import org.jfpmonitor.commentary.Comment;
import org.jfpmonitor.commentary.CommentSubject;
import org.jfpmonitor.commentary.CommentText;
import org.jfpmonitor.commentary.Comments;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.progress.Origin;
import org.jfpmonitor.progress.ProgressReports;
import org.jfpmonitor.progress.StatusOverride;
import org.jfpmonitor.publication.BoardPaper;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The paper over the demonstration, laid beside what the board published. */
@TestStore
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "jfp.demo=true")
class PaperTest {

	private static final LocalDate PUBLISHED = LocalDate.of(2025, 3, 31);

	private static final LocalDate TODAY = LocalDate.of(2025, 5, 15);

	private static final PlanId PLAN = PlanId.of("nw-jfp-2024");

	@Autowired
	private BoardPaper paper;

	@Autowired
	private PlanVersions plans;

	@Autowired
	private Comments comments;

	@Autowired
	private ProgressReports reports;

	@Autowired
	private TransactionTemplate transactions;

	@Test
	void everyRowOfThePublishedUpdateStandsInThePdf() throws IOException {
		try (PDDocument document = Loader.loadPDF(written(PUBLISHED, BoardPaper.Format.PDF))) {
			String text = squeezed(new PDFTextStripper().getText(document));
			for (String[] row : published()) {
				assertThat(text).contains(squeezed(row[1]), squeezed(row[2]), squeezed(row[3]), squeezed(row[4]));
			}
		}
	}

	@Test
	void everyRowOfThePublishedUpdateStandsInOneRowOfTheWordDocument() throws IOException {
		try (XWPFDocument document = new XWPFDocument(
				new ByteArrayInputStream(written(PUBLISHED, BoardPaper.Format.DOCX)))) {
			Map<String, XWPFTableRow> rows = new HashMap<>();
			document.getTables()
				.forEach((table) -> table.getRows().forEach((row) -> rows.put(row.getCell(0).getText(), row)));
			assertThat(published()).hasSize(21).allSatisfy((row) -> {
				XWPFTableRow found = rows.get(row[0]);
				assertThat(found).as(row[0]).isNotNull();
				assertThat(squeezed(found.getCell(1).getText())).isEqualTo(squeezed(row[1]));
				assertThat(squeezed(found.getCell(2).getText())).isEqualTo(squeezed(row[2]));
				assertThat(squeezed(found.getCell(3).getText())).isEqualTo(squeezed(row[3]));
				assertThat(found.getCell(4).getParagraphs().get(0).getText()).isEqualTo(row[4]);
				assertThat(found.getCell(5).getText()).isEqualTo("None published");
			});
		}
	}

	@Test
	void everyRowOfThePublishedUpdateStandsInOneLineOfTheCsvAndInTheJson() throws IOException {
		Map<String, CSVRecord> lines = new HashMap<>();
		try (Reader text = new InputStreamReader(new ByteArrayInputStream(written(PUBLISHED, BoardPaper.Format.CSV)),
				StandardCharsets.UTF_8)) {
			CSVFormat.RFC4180.parse(text).forEach((line) -> lines.put(line.get(0) + line.get(2), line));
		}
		String json = new String(written(PUBLISHED, BoardPaper.Format.JSON), StandardCharsets.UTF_8);
		assertThat(published()).hasSize(21).allSatisfy((row) -> {
			CSVRecord found = lines.get("objective" + row[0]);
			assertThat(found).as(row[0]).isNotNull();
			assertThat(squeezed(found.get(3))).isEqualTo(squeezed(row[1]));
			assertThat(squeezed(found.get(4))).isEqualTo(squeezed(row[2]));
			assertThat(squeezed(found.get(5))).isEqualTo(squeezed(row[3]));
			assertThat(found.get(6)).isEqualTo(row[4]);
			assertThat(squeezed(json.replace("\\\"", "\"").replace("\\n", " "))).contains(squeezed(row[1]),
					squeezed(row[2]), squeezed(row[3]));
		});
	}

	@Test
	void whatThePdfIsForWhoListensToIt() throws IOException {
		try (PDDocument document = Loader.loadPDF(written(TODAY, BoardPaper.Format.PDF))) {
			assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
			assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
			assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
			assertThat(document.getDocumentInformation().getTitle()).contains("update. Position on 15 May 2025");
			assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
			List<String> bookmarks = new ArrayList<>();
			for (PDOutlineItem each : document.getDocumentCatalog().getDocumentOutline().children()) {
				bookmarks.add(each.getTitle());
			}
			assertThat(bookmarks).contains("Summary", "Ambition 6. Improving Urgent and Emergency Care",
					"Objectives that need attention", "Method and sources");
			for (PDPage page : document.getPages()) {
				assertThat(page.getMediaBox().getWidth()).isGreaterThan(page.getMediaBox().getHeight());
				page.getResources().getFontNames().forEach((name) -> assertThat(embedded(page, name)).isTrue());
			}
		}
	}

	@EveryCase
	@Test
	void whatTheWordDocumentIsForWhoListensToIt() throws IOException {
		try (XWPFDocument document = new XWPFDocument(
				new ByteArrayInputStream(written(TODAY, BoardPaper.Format.DOCX)))) {
			assertThat(document.getTables()).isNotEmpty()
				.extracting((table) -> table.getRow(0).isRepeatHeader())
				.containsOnly(true);
			assertThat(document.getParagraphs()).extracting(XWPFParagraph::getStyle)
				.contains("Title", "Heading1", "Heading2", "ListBullet");
			assertThat(document.getAllPictures()).isNotEmpty();
			assertThat(document.getFooterList()).singleElement()
				.satisfies((footer) -> assertThat(footer.getText().strip()).startsWith("Page"));
			assertThat(document.getParagraphs()).flatExtracting(XWPFParagraph::getRuns)
				.flatExtracting((run) -> run.getEmbeddedPictures())
				.isNotEmpty()
				.allSatisfy((picture) -> assertThat(picture.getCTPicture().getNvPicPr().getCNvPr().getDescr())
					.isNotBlank());
		}
	}

	@Test
	void aDayOfWhichNothingIsPublishedProposesWhatHoldsBesideTheLastTime() throws IOException {
		try (XWPFDocument document = new XWPFDocument(
				new ByteArrayInputStream(written(TODAY, BoardPaper.Format.DOCX)))) {
			XWPFTable counts = document.getTables().get(0);
			assertThat(counts.getRow(0).getCell(2).getText()).isEqualTo("Last time");
			XWPFTableRow ageing = row(document, "5a");
			assertThat(row(document, "2a").getCell(3).getText()).endsWith("As published on 31 March 2025");
			assertThat(ageing.getCell(4).getText()).contains("Not published yet.");
			assertThat(ageing.getCell(5).getText()).isEqualTo("Completed, 31 March 2025");
		}
	}

	@Test
	void theFinalCommentOfAMonthSinceTheLastTimeStandsInItAndADraftDoesNot() throws IOException {
		CommentSubject april = new CommentSubject(ObjectiveCode.of("6b"), null, YearMonth.of(2025, 4));
		Origin now = new Origin(null, null, Place.line(0), Instant.parse("2025-05-15T09:00:00Z"));
		this.transactions.executeWithoutResult((transaction) -> {
			this.comments.add(
					PLAN, april, 0, Comment.Stage.FINAL, new CommentText("170 of 202 beds are open.",
							"Staff are missing.", "Twelve nurses are hired.", LocalDate.of(2025, 7, 31), "190 beds."),
					"uec-lead@example.org", now);
			this.comments.add(PLAN, april, 1, Comment.Stage.DRAFT, CommentText.of("Not to be read yet."),
					"uec-lead@example.org", now);
		});

		try (XWPFDocument document = new XWPFDocument(
				new ByteArrayInputStream(written(TODAY, BoardPaper.Format.DOCX)))) {
			assertThat(row(document, "6b").getCell(3).getParagraphs()).extracting(XWPFParagraph::getText)
				.containsExactly("170 of 202 beds are open.", "Cause: Staff are missing.",
						"Action, by 31 July 2025: Twelve nurses are hired.", "Expected next: 190 beds.",
						"For April 2025");
		}
	}

	@EveryCase
	@Test
	void aCharacterThatNoDocumentTakesStopsNoPaper() throws IOException {
		CommentSubject march = new CommentSubject(ObjectiveCode.of("5a"), null, YearMonth.of(2025, 4));
		this.transactions.executeWithoutResult((transaction) -> this.comments.add(PLAN, march, 0, Comment.Stage.FINAL,
				CommentText.of("Falls\uFFFE are \u202Edown"), "falls-lead@example.org",
				new Origin(null, null, Place.line(0), Instant.parse("2025-05-15T09:00:00Z"))));

		try (PDDocument document = Loader.loadPDF(written(TODAY, BoardPaper.Format.PDF))) {
			assertThat(squeezed(new PDFTextStripper().getText(document))).contains("Falls", "down");
		}
		try (XWPFDocument document = new XWPFDocument(
				new ByteArrayInputStream(written(TODAY, BoardPaper.Format.DOCX)))) {
			assertThat(row(document, "5a").getCell(3).getText()).contains("Falls\uFFFD are \uFFFDdown");
		}
	}

	@EveryCase
	@Test
	void whatSomebodyWroteAsAListIsOneAndNoCharacterIsLost() throws IOException {
		CommentSubject april = new CommentSubject(ObjectiveCode.of("6c"), null, YearMonth.of(2025, 4));
		this.transactions.executeWithoutResult((transaction) -> this.comments.add(PLAN, april, 0, Comment.Stage.FINAL,
				new CommentText("Beds are full \uD83D\uDE91 again.\n\n- Two wards are closed\n- Discharges wait", "",
						"- Open one ward \u2714\uFE0F", null, ""),
				"uec-lead@example.org", new Origin(null, null, Place.line(0), Instant.parse("2025-05-15T09:00:00Z"))));

		try (XWPFDocument document = new XWPFDocument(
				new ByteArrayInputStream(written(TODAY, BoardPaper.Format.DOCX)))) {
			List<XWPFParagraph> paragraphs = row(document, "6c").getCell(3).getParagraphs();
			assertThat(paragraphs).extracting(XWPFParagraph::getText)
				.containsExactly("Beds are full \uD83D\uDE91 again.", "Two wards are closed", "Discharges wait",
						"Action:", "Open one ward \u2714\uFE0F", "For April 2025");
			assertThat(paragraphs).extracting(XWPFParagraph::getStyle)
				.containsExactly(null, "ListBullet", "ListBullet", null, "ListBullet", null);
		}
		try (PDDocument document = Loader.loadPDF(written(TODAY, BoardPaper.Format.PDF))) {
			assertThat(squeezed(new PDFTextStripper().getText(document))).contains("Bedsarefull(ambulance)again.",
					"Openoneward(heavycheckmark)");
		}
	}

	@EveryCase
	@Test
	void measuresStandAtAGlanceWithTheMatrix() throws IOException {
		try (PDDocument document = Loader.loadPDF(written(TODAY, BoardPaper.Format.PDF))) {
			assertThat(squeezed(new PDFTextStripper().getText(document))).contains("Measuresataglance",
					"Variationagainstassurance", "6bVirtualwardbeds170");
		}
		try (XWPFDocument document = new XWPFDocument(
				new ByteArrayInputStream(written(TODAY, BoardPaper.Format.DOCX)))) {
			assertThat(document.getTables())
				.extracting((table) -> table.getRow(0)
					.getTableCells()
					.stream()
					.map((cell) -> cell.getText())
					.collect(Collectors.joining("|")))
				.contains("Measure|Latest|Required|Status|Variation|Assurance",
						"Variation|Expected to fail|Hit and miss|Expected to pass|Not known; each measure's row says why",
						"Ambition 6. Improving Urgent and Emergency Care. Position on 15 May 2025");
		}
	}

	@Test
	void whatDiffersIsSetManuallyOrNotAssessedIsSaidInEveryFormat() throws IOException {
		this.transactions.executeWithoutResult((transaction) -> this.reports.recordOverride(PLAN,
				new StatusOverride(ObjectiveCode.of("4b"), Status.DELAYED, "One trust has left", "office",
						LocalDate.of(2025, 5, 1), LocalDate.of(2025, 6, 30),
						new Origin(null, null, Place.line(0), Instant.parse("2025-05-15T09:00:00Z")))));
		String differs = "Published as Completed as of 31 March 2025; the figures and milestones say On Track.";
		String manually = "4b Mental health collaboratives: Set to Delayed by office from 1 May 2025 to the end of"
				+ " 30 June 2025: One trust has left.";
		String compared = "Compares the status on 15 May 2025 with the one published last time, as of 31 March 2025.";

		try (PDDocument document = Loader.loadPDF(written(TODAY, BoardPaper.Format.PDF))) {
			assertThat(squeezed(new PDFTextStripper().getText(document))).contains(
					squeezed("Where computed and published differ"), squeezed("5a Ageing population"),
					squeezed(differs), squeezed("Set manually"), squeezed(manually), squeezed(compared));
		}
		try (XWPFDocument document = new XWPFDocument(
				new ByteArrayInputStream(written(TODAY, BoardPaper.Format.DOCX)))) {
			assertThat(document.getParagraphs()).extracting(XWPFParagraph::getText)
				.containsSubsequence("Where computed and published differ",
						"5a Ageing population, frailty and dementia", differs, "Set manually", manually)
				.anySatisfy((text) -> assertThat(text).startsWith(compared));
		}
		assertThat(new String(written(TODAY, BoardPaper.Format.CSV), StandardCharsets.UTF_8))
			.contains("\"changed, compared\",,,,,\"" + compared)
			.contains("computed and published differ,,,\"5a Ageing population, frailty and dementia\",," + differs)
			.contains("set manually,,,,," + manually);
		assertThat(new String(written(TODAY, BoardPaper.Format.JSON), StandardCharsets.UTF_8)).contains(
				"\"changedCompares\":\"" + compared,
				"{\"objective\":\"5a Ageing population, frailty and dementia\",\"sentences\":[\"" + differs + "\"",
				"\"setManually\":[\"" + manually + "\"]",
				"\"4b from On Track on 31 March 2025 to Delayed, set manually by office until 30 June 2025: ",
				"\"reasons\":[\"Set to Delayed by office from 1 May 2025 to the end of 30 June 2025: One trust has left.\","
						+ "\"By its figures and milestones: On Track.\",");
	}

	@EveryCase
	@Test
	void theMatrixStandsOnOneSheet() throws IOException {
		try (PDDocument document = Loader.loadPDF(written(TODAY, BoardPaper.Format.PDF))) {
			PDFTextStripper stripper = new PDFTextStripper();
			for (int page = 1; page <= document.getNumberOfPages(); page++) {
				stripper.setStartPage(page);
				stripper.setEndPage(page);
				String text = squeezed(stripper.getText(document));
				if (text.contains("Variationagainstassurance")) {
					assertThat(text.substring(text.indexOf("Variationagainstassurance"))).contains("Improvement",
							"Concern", "Usualvariation", "6cBedoccupancy");
					return;
				}
			}
		}
		throw new AssertionError("There is no matrix");
	}

	@EveryCase
	@Test
	void everySheetOfATableNamesItsAmbition() throws IOException {
		try (PDDocument document = Loader.loadPDF(written(TODAY, BoardPaper.Format.PDF))) {
			int sheets = 0;
			PDFTextStripper stripper = new PDFTextStripper();
			for (int page = 1; page <= document.getNumberOfPages(); page++) {
				stripper.setStartPage(page);
				stripper.setEndPage(page);
				String text = squeezed(stripper.getText(document));
				if (text.contains("Completionstatus")) {
					assertThat(text).as("page " + page).containsPattern("Ambition[1-8]\\.");
					sheets++;
				}
			}
			assertThat(sheets).isGreaterThan(6);
		}
	}

	private static XWPFTableRow row(XWPFDocument document, String code) {
		return document.getTables()
			.stream()
			.flatMap((table) -> table.getRows().stream())
			.filter((row) -> row.getCell(0).getText().equals(code))
			.findFirst()
			.orElseThrow();
	}

	private static boolean embedded(PDPage page, COSName name) {
		try {
			return page.getResources().getFont(name).isEmbedded();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Code, title, success, comment and status of each, from the plan and the file that
	 * was sent.
	 */
	private List<String[]> published() throws IOException {
		Map<String, Objective> objectives = new HashMap<>();
		this.plans.knownOn(TODAY)
			.single()
			.orElseThrow()
			.on(TODAY)
			.plan()
			.objectives()
			.forEach((each) -> objectives.put(each.code().value(), each));
		List<String[]> rows = new ArrayList<>();
		try (Reader file = Files.newBufferedReader(Path.of("config/demo/2025-05-15/progress-2025-03.csv"))) {
			for (CSVRecord line : CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(file)) {
				if (line.get("kind").equals("position")) {
					Objective objective = objectives.get(line.get("objective"));
					rows.add(new String[] { line.get("objective"), objective.title(), objective.success(),
							line.get("comment"), line.get("status") });
				}
			}
		}
		return rows;
	}

	private byte[] written(LocalDate asOf, BoardPaper.Format format) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.paper.write(new Viewpoint(this.plans.current().single().orElseThrow(), asOf, TODAY), format, out);
		return out.toByteArray();
	}

	/** Lines end where the column does. */
	private static String squeezed(String text) {
		return text.replaceAll("[\\s\\u00ad]+", "");
	}

}

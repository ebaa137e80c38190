package org.jfpmonitor.extract;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.extract.Shipped.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Publications and generations of which no file is at hand: made-up rows under published
 * headers.
 */
class OtherPublicationsTest {

	@TempDir
	private Path folder;

	private Read read(String name, String... lines) {
		return Shipped.read(this.folder, name, lines);
	}

	private static String bands(int from, int to, int value, String last) {
		StringBuilder bands = new StringBuilder();
		for (int week = from; week < to; week++) {
			bands.append(',')
				.append((value < 0) ? String.format("Gt %02d To %02d Weeks SUM 1", week, week + 1)
						: String.valueOf(value));
		}
		return bands + "," + last;
	}

	private static final String RTT = "Period,Provider Parent Org Code,Provider Parent Name,Provider Org Code,Provider Org "
			+ "Name,Commissioner Parent Org Code,Commissioner Parent Name,Commissioner Org Code,Commissioner Org Name,RTT "
			+ "Part Type,RTT Part Description,Treatment Function Code,Treatment Function Name";

	@Test
	void rttOfQmmIsItsCommissionersPatients() {
		String head = "RTT-FEBRUARY-2025,QMM,NHS NORFOLK,RM1,NORFOLK AND NORWICH,QMM,NHS NORFOLK,26A,NORFOLK,";
		Read read = read("20250228-RTT-February-2025-full-extract.csv",
				RTT + bands(0, 104, -1, "Gt 104 Weeks SUM 1,Total,Patients with unknown clock start date,Total All"),
				head + "Part_2,Incomplete,C_100,General" + bands(0, 104, 1, "1,,0,105"),
				head + "Part_2,Incomplete,C_101,Urology" + bands(0, 104, 1, "1,,2,107"),
				head + "Part_2,Incomplete,C_999,Total" + bands(0, 104, 2, "2,,2,212"),
				head + "Part_2A,With decision,C_999,Total" + bands(0, 104, 1, "1,,0,105"),
				head.replace("QMM,NHS NORFOLK,26A,NORFOLK", "QJG,NHS SUFFOLK,06L,IPSWICH")
						+ "Part_2,Incomplete,C_999,Total" + bands(0, 104, 1, "1,,0,105"));

		assertThat(read.rejections()).isEmpty();
		assertThat(read.extract().warnings()).isEmpty();
		assertThat(read.figures()).contains("elective-waiting-list QMM February 2025 = 212",
				"waits-over-65-weeks QMM February 2025 = 80", "waits-over-52-weeks QMM February 2025 = 106",
				"waits-within-18-weeks QMM February 2025 = 17.1%");
		assertThat(read.extract().lines().used()).isEqualTo(2);
	}

	@Test
	void oldRttCannotTellWaitsOver65Weeks() {
		String head = "RTT-APRIL-2019,Q,REGION,RM1,NORFOLK AND NORWICH,QMM,NHS NORFOLK,06V,NORTH NORFOLK,";
		Read read = read("20190430-RTT-April-2019-full-extract.csv",
				RTT + bands(0, 52, -1, "Gt 52 Weeks SUM 1,Total,Patients with unknown clock start date,Total All"),
				head + "Part_2,Incomplete,C_999,Total" + bands(0, 52, 1, "7,,0,59"),
				head.replace("QMM,NHS NORFOLK,06V", "QJG,NHS SUFFOLK,06L") + "Part_2,Incomplete,C_999,Total"
						+ bands(0, 52, 1, "7,,0,59"));

		assertThat(read.figures()).contains("waits-over-52-weeks QMM April 2019 = 7")
			.noneMatch((figure) -> figure.startsWith("waits-over-65-weeks"));
		assertThat(read.extract().warnings())
			.containsExactly("No figures of waits-over-65-weeks: the file has no band that begins at 65.");
	}

	private static final String DM01 = "\"Period\",\"Provider Parent Org Code\",\"Provider Parent Name\",\"Provider Org Code\","
			+ "\"Provider Org Name\",\"Commissioner Parent Org Code\",\"Commissioner Parent Name\",\"Commissioner Org Code\","
			+ "\"Commissioner Org Name\",\"Diagnostic Tests Sort Order\",\"Diagnostic Tests\",\"00 < 01 Week\",\"01 < 02 "
			+ "Weeks\",\"02 < 03 Weeks\",\"03 < 04 Weeks\",\"04 < 05 Weeks\",\"05 < 06 Weeks\",\"06 < 07 Weeks\",\"07 < 08 "
			+ "Weeks\",\"08 < 09 Weeks\",\"09 < 10 Weeks\",\"10 < 11 Weeks\",\"11 < 12 Weeks\",\"12 < 13 Weeks\",\"13+ "
			+ "Weeks\",\"Total WL\",\"Waiting List Activity\",\"Planned Activity\",\"Unscheduled Activity\",\"Total "
			+ "Activity\"";

	private static String dm01(String provider, String parent, String commissioner, int sort, String test, int each) {
		String bands = (",\"" + each + "\"").repeat(14);
		return "\"DM01-MARCH-2025\",\"Y61\",\"EAST OF ENGLAND\",\"" + provider + "\",\"THE QUEEN'S, A TRUST\",\""
				+ parent + "\",\"ICB\",\"" + commissioner + "\",\"SUB ICB\",\"" + sort + "\",\"" + test + "\"" + bands
				+ ",\"" + (14 * each) + "\",\"1\",\"1\",\"1\",\"3\"";
	}

	@Test
	void dm01TakesTheTotalLinesOnceAtEveryLevel() {
		Read read = read("DM01-MARCH-2025-full-extract_OLEX2.csv", DM01, dm01("RM1", "QMM", "26A", 1, "MRI", 2),
				dm01("RM1", "QMM", "26A", 2, "CT", 3), dm01("RM1", "QMM", "26A", 16, "TOTAL", 5),
				dm01("RM1", "QJG", "06L", 1, "MRI", 1), dm01("RM1", "QJG", "06L", 16, "TOTAL", 1),
				dm01("RCX", "QMM", "26A", 1, "CT", 4), dm01("RCX", "QMM", "26A", 16, "TOTAL", 4),
				dm01("NONE", "X24", "NONC", 1, "CT", 1), dm01("NONE", "X24", "NONC", 16, "TOTAL", 1));

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).contains("diagnostics-waiting-list QMM March 2025 = 126",
				"diagnostics-waiting-list RM1 March 2025 = 84", "diagnostics-waiting-list RCX March 2025 = 56",
				"diagnostics-waiting-list ENG March 2025 = 154", "diagnostics-over-6-weeks QMM March 2025 = 72",
				"diagnostics-over-13-weeks QMM March 2025 = 9", "diagnostics-within-6-weeks QMM March 2025 = 42.9%");
		assertThat(read.extract().warnings()).isEmpty();
	}

	@Test
	void refusesTotalsThatDoNotEqualTheirParts() {
		Read read = read("DM01-MARCH-2025-full-extract.csv", DM01, dm01("RM1", "QMM", "26A", 1, "MRI", 2),
				dm01("RM1", "QMM", "26A", 16, "TOTAL", 5));

		assertThat(read.refusal().faults())
			.containsExactly("Line 3, column \"Total WL\": expected the sum of the other "
					+ "lines, found a total that is 42 more. Get the file again; lines may be missing, doubled or shifted.");
	}

	@Test
	void aTotalWithARejectedLineIsWarnedOfAndTheOthersLoad() {
		String rejected = dm01("RM1", "QMM", "26A", 16, "TOTAL", 2).replace("\"28\"", "\"29\"");
		Read read = read("DM01-MARCH-2025-full-extract.csv", DM01, dm01("RM1", "QMM", "26A", 1, "MRI", 2), rejected,
				dm01("RCX", "QJG", "06L", 1, "CT", 4), dm01("RCX", "QJG", "06L", 16, "TOTAL", 4));

		assertThat(read.rejections()).containsExactly("3 total_differs Total WL [29] 28, the sum of its parts");
		assertThat(read.extract().warnings()).contains("Line 3, column \"Total WL\": expected the sum of the other "
				+ "lines, found a total that is 1 more. A line that may belong to the sum was rejected, so the file is "
				+ "not refused for this.");
		assertThat(read.figures()).contains("diagnostics-waiting-list RCX March 2025 = 56",
				"diagnostics-waiting-list RM1 March 2025 = MISSING");
	}

	@Test
	void aAndEBeforeBookedAppointmentsExisted() {
		Read read = read("Monthly-AE-May-2019.csv",
				"Period,Org Code,Parent Org,Org name,Number of A&E attendances Type 1,Number of A&E attendances Type "
						+ "2,Number of A&E attendances Other A&E Department,Number of attendances over 4hrs Type 1,Number of "
						+ "attendances over 4hrs Type 2,Number of attendances over 4hrs Other A&E Department,Patients who have "
						+ "waited 4-12 hs from DTA to admission,Patients who have waited 12+ hrs from DTA to admission,"
						+ "Emergency admissions via A&E - Type 1,Emergency admissions via A&E - Type 2,Emergency admissions "
						+ "via A&E - Other A&E department,Other emergency admissions",
				"MSitAE-MAY-2019,RM1,REGION ,NORFOLK,800,0,200,150,0,50,5,1,400,0,0,100",
				"MSitAE-MAY-2019,RGP,REGION ,JAMES PAGET,400,0,100,25,0,0,5,2,200,0,0,50");

		assertThat(read.figures()).contains("ae-within-4-hours RM1 May 2019 = 80%",
				"emergency-admissions RM1 May 2019 = 500");
		assertThat(read.rejections()).isEmpty();
	}

	@Test
	void lungChecksByProject() {
		Read read = read("tlhc_midata_flatfile_2023-03-22.csv",
				"CACode,CAName,ProjectCode,Project,MetricId,Metric,month,Numerator",
				"X,Alliance,26A,N&W,1a,First invitations,Feb 2023,200", "X,Alliance,26A,N&W,3a,Attended,Feb 2023,60",
				"X,Alliance,26A,N&W,3b,Telephone,Feb 2023,20", "X,Alliance,26A,N&W,2,Accepted,Feb 2023,100",
				"X,Alliance,26A,N&W,4,Referred,Feb 2023,50", "X,Alliance,26A,N&W,5a,Initial CT,Feb 2023,40",
				"X,Alliance,02Q00,Unknown,1a,First invitations,Feb 2023,10", "X,Alliance,26A,N&W,1a,First,Mar 2023,NA");

		assertThat(read.figures()).contains("lung-check-uptake 26A February 2023 = 40%",
				"lung-check-invitations 26A February 2023 = 200", "lung-check-ct-scans 26A February 2023 = 40",
				"lung-check-accepted 26A February 2023 = 50%", "lung-check-ct-conversion 26A February 2023 = 80%",
				"lung-check-invitations 26A March 2023 = MISSING");
		assertThat(read.extract().vintage().day()).isEqualTo("2023-03-22");
		assertThat(read.extract().lines().leftOut()).isEqualTo(1);
	}

	@Test
	void lungCheckReturnTakesProjectAndMonthFromItsName() {
		Read read = read("26A_Mar_2025.csv", "Data Item Id,Data Item Name,Numerator", "1a,First invitations,\"1,200\"",
				"3a,Attended,400", "3b,Telephone,80", "5a,Initial CT,150", "10,Median days,12");

		assertThat(read.figures()).contains("lung-check-uptake 26A March 2025 = 40%",
				"lung-check-ct-scans 26A March 2025 = 150");
	}

	private static final String CANCER = "Basis,Org_Code,Parent_Org,Org_Name,Standard_or_Item,Cancer_Type,"
			+ "Referral_Route_or_Stage,Treatment_Modality,Total,Within,After,Performance,Within_14_days";

	@Test
	void cancerOfOneMonthTakesTheMonthFromItsName() {
		Read read = read("April-2025-Monthly-Combined-CSV-Provisional.csv", CANCER,
				"Commissioner,QMM,Y61,NORFOLK,FDS,ALL CANCERS,ALL ROUTES,,1000,790,210,0.79,300",
				"Commissioner,QMM,Y61,NORFOLK,FDS,Suspected lung cancer,ALL ROUTES,,100,90,10,0.9,30",
				"Commissioner,QMM,Y61,NORFOLK,62D,ALL CANCERS,ALL ROUTES,ALL MODALITIES,200,130.5,69.5,0.65,",
				"Commissioner,QMM,Y61,NORFOLK,Urgent Suspected Cancer referral,ALL CANCERS,,,900,,,,",
				"Provider,Total,,ENGLAND,FDS,ALL CANCERS,ALL ROUTES,,10000,8000,2000,0.8,",
				"Commissioner,Total,,ENGLAND,FDS,ALL CANCERS,ALL ROUTES,,10001,8001,2000,0.8,",
				"Provider,RM1,,NORWICH,FDS,ALL CANCERS,ALL ROUTES,,500,400,100,0.8,");

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).containsExactly("cancer-28-day-faster-diagnosis ENG April 2025 = 80%",
				"cancer-28-day-faster-diagnosis QMM April 2025 = 79%",
				"cancer-28-day-faster-diagnosis RM1 April 2025 = 80%", "cancer-62-day QMM April 2025 = 65.3%");
		assertThat(read.extract().vintage().version()).isEqualTo(10_001);
	}

	@Test
	void cancerOfAYearHasAPeriodInEitherSpelling() {
		Read read = read("2024-25-Apr-Mar-Monthly-Combined-CSV-Final.csv", "Period," + CANCER,
				"2024-04-01,Commissioner,QMM,Y61,NORFOLK,FDS,ALL CANCERS,ALL ROUTES,,1000,790,210,0.79,300",
				"01/05/2024,Commissioner,QMM,Y61,NORFOLK,FDS,ALL CANCERS,ALL ROUTES,,1000,800,200,0.80,300");

		assertThat(read.figures()).containsExactly("cancer-28-day-faster-diagnosis QMM April 2024 = 79%",
				"cancer-28-day-faster-diagnosis QMM May 2024 = 80%");
		assertThat(read.extract().vintage().version()).isEqualTo(30_001);
	}

	@Test
	void talkingTherapiesInBothDateFormats() {
		String header = "REPORTING_PERIOD_START,REPORTING_PERIOD_END,GROUP_TYPE,ORG_CODE1,ORG_NAME1,ORG_CODE2,ORG_NAME2,"
				+ "MEASURE_ID,MEASURE_NAME,MEASURE_VALUE_SUPPRESSED";
		Read read = read("talking-therapies.csv", header,
				"01/05/2023,31/05/2023,England,all,all SubICBs,all,all Providers,M001,Count_ReferralsReceived,146659",
				"2025-06-01,2025-06-30,ICB,QMM,NORFOLK,all,all Providers,M001,Count_ReferralsReceived,*",
				"2025-06-01,2025-06-30,Provider,all,all SubICBs,RMY,NSFT,M001,Count_ReferralsReceived,1250",
				"2025-06-01,2025-06-30,SubICB-Provider,26A,NORFOLK,RMY,NSFT,M001,Count_ReferralsReceived,900",
				"2025-06-01,2025-06-30,England,all,all SubICBs,all,all Providers,M004,Count_HealthVisitorReferrals,-");

		assertThat(read.figures()).containsExactly("talking-therapies-referrals ENG May 2023 = 146,659",
				"talking-therapies-referrals QMM June 2025 = SUPPRESSED",
				"talking-therapies-referrals RMY June 2025 = 1,250");
	}

	@Test
	void monthlyMaternityInBothGenerations() {
		Read old = read("msds-apr2023-exp-data.csv",
				"RPStartDate,RPEndDate,Indicator,Value,Currency,IndicatorFamily,OrgCode,OrgName,OrgLevel",
				"2023-04-01,2023-04-30,CQIMSmokingDelivery,30,Numerator,CQIM,26A,NORFOLK,SubICB of Responsibility",
				"2023-04-01,2023-04-30,CQIMSmokingDelivery,300,Denominator,CQIM,26A,NORFOLK,SubICB of Responsibility",
				"2023-04-01,2023-04-30,CQIMSmokingDelivery,10,Rate,CQIM,26A,NORFOLK,SubICB of Responsibility");
		Read present = read("msds-apr2024-exp-data.csv",
				"ReportingPeriodStartDate,ReportingPeriodEndDate,Dimension,Final_value,Measure,Count_Of,Org_Code,Org_Name,"
						+ "Org_Level",
				"01/04/2024,30/04/2024,CQIMSmokingDelivery,24,Numerator,CQIM,26A,NORFOLK,SubICB of Responsibility",
				"01/04/2024,30/04/2024,CQIMSmokingDelivery,300,Denominator,CQIM,26A,NORFOLK,SubICB of Responsibility");

		assertThat(old.figures()).containsExactly("smoking-at-delivery-msds 26A April 2023 = 10%");
		assertThat(present.figures()).containsExactly("smoking-at-delivery-msds 26A April 2024 = 8%");
	}

	@Test
	void dentalActivityIsNotCountedThreeTimes() {
		Read read = read("geo_cont_activity_2024_25.csv",
				"UID,FINANCIAL_YEAR,FINANCIAL_QUARTER,GEOGRAPHY_TYPE,GEOGRAPHY_ODS_CODE,GEOGRAPHY_ONS_CODE,GEOGRAPHY_NAME,"
						+ "PATIENT_TYPE,DENTAL_TREATMENT_BAND,UDA,COT",
				"1,2024/2025,2024/2025 1,REGION,Y61,E40000007,EAST,Child,Band 1,900.5,800",
				"2,2024/2025,2024/2025 1,ICB,QMM,E54000022,NORFOLK,Child,Band 1,100.5,90",
				"3,2024/2025,2024/2025 1,ICB,QMM,E54000022,NORFOLK,Paying adult,Band 2,300,80",
				"4,2024/2025,2024/2025 1,LOCAL_AUTHORITY,N/A,E07000148,NORWICH,Child,Band 1,50,40",
				"5,2024/2025,2024/2025 1,LOCAL_AUTHORITY,N/A,E07000149,SOUTH NORFOLK,Child,Band 1,50,40");

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).contains("dental-courses-of-treatment QMM April to June 2024 = 170",
				"dental-courses-of-treatment-children QMM April to June 2024 = 90",
				"dental-units-of-activity QMM April to June 2024 = 400.5",
				"dental-units-of-activity Y61 April to June 2024 = 900.5");
	}

	@Test
	void cvdpreventTakesAllPersonsOnly() {
		Read read = read("cvdprevent.csv",
				"AreaCode,AreaName,CategoryAttribute,Denominator,Factor,HighestPriorityNotificationType,IndicatorCode,"
						+ "IndicatorName,IndicatorShortName,LowerConfidenceLimit,MetricCategoryName,MetricCategoryTypeName,"
						+ "NotificationCount,Numerator,TimePeriodName,UpperConfidenceLimit,Value,ValueNote",
				"E54000022,NORFOLK,Persons,1000,100,,CVDP007HYP,Hypertension,BP,,All,Sex,0,680,To December 2024,,68,",
				"E54000022,NORFOLK,Female,500,100,,CVDP007HYP,Hypertension,BP,,Female,Sex,0,350,To December 2024,,70,");

		assertThat(read.figures())
			.containsExactly("hypertension-treated-to-threshold QMM October to December 2024 = 68%");
	}

	@Test
	void centralMetricsLibraryLoadsAsFigures() {
		Read read = read("cml.csv",
				"datapoint_id,metric_id,dimension_id,reporting_grain,location_id,location_type,"
						+ "reporting_period_start_datetime,publication_datetime,metric_value,additional_metric_values",
				"a1,virtual-ward-beds,,monthly,QMM,ICB,2025-03-01 00:00:00,2025-04-10 09:30:00,164,",
				"a2,nhs-app-registrations,,monthly,QMM,ICB,2025-03-01T00:00:00,2025-04-10 09:30:00,60.5,",
				"a3,virtual-ward-beds,sex_f,monthly,QMM,ICB,2025-03-01 00:00:00,2025-04-10 09:30:00,80,",
				"a4,virtual-ward-beds,,monthly,QMM,ICB,2025-03-15 00:00:00,2025-04-10 09:30:00,80,");

		assertThat(read.figures()).containsExactly("nhs-app-registrations QMM March 2025 = 60.5%",
				"virtual-ward-beds QMM March 2025 = 164");
		assertThat(read.extract().vintage().day()).isEqualTo("2025-04-10");
		assertThat(read.extract().lines().leftOut()).isEqualTo(1);
		assertThat(read.rejections()).containsExactly("5 period_not_of_cadence reporting_period_start_datetime "
				+ "[2025-03-15 00:00:00] the first day of a monthly period such as 2025-03-01");
	}

	@Test
	void spcReporterSheetsAreWideByDate() {
		Read dates = read("month.csv", "ref,measure_name,comment,2025-01-01,2025-02-01,01/03/2025",
				"virtual-ward-beds,Beds,,170,,164", "nhs-app-registrations,App,good,59.1%,60,61",
				"unheard-of,Unknown,,1,2,3");
		Read serials = read("month-serial.csv", "ref,measure_name,comment,45658,45689",
				"virtual-ward-beds,Beds,,170,171");

		assertThat(dates.figures()).containsExactly("nhs-app-registrations QMM February 2025 = 60%",
				"nhs-app-registrations QMM January 2025 = 59.1%", "nhs-app-registrations QMM March 2025 = 61%",
				"virtual-ward-beds QMM January 2025 = 170", "virtual-ward-beds QMM March 2025 = 164");
		assertThat(dates.rejections())
			.containsExactly("4 unknown_measure ref [unheard-of] the id of a measure of the plan");
		assertThat(serials.figures()).containsExactly("virtual-ward-beds QMM February 2025 = 171",
				"virtual-ward-beds QMM January 2025 = 170");
	}

	@Test
	void spcReporterSheetsWithoutFiguresSaySo() {
		Read config = read("measure_config.csv",
				"ref,measure_name,data_source,data_owner,unit,improvement_direction,target",
				"1,Beds,SDCS,me,Integer,Increase,10");
		Read report = read("report_config.csv", "ref,measure_name,domain,spc_chart_type,aggregation_level",
				"1,Beds,Safe,XmR,month");

		assertThat(config.extract().observations()).isEmpty();
		assertThat(config.extract().lines().leftOut()).isEqualTo(1);
		assertThat(config.extract().warnings()).singleElement().asString().startsWith("This sheet describes measures");
		assertThat(report.extract().warnings()).singleElement()
			.asString()
			.startsWith("This sheet says which charts a report shows");
	}

	@Test
	void semicolonsTabsAndUtf16AreRecognised() throws Exception {
		List<String> satod = List.of("FinancialYear;Quarter;OrgCode;OrgName;Measure;Value",
				"2019-2020;4;E54000022;NHS Norfolk;Number of maternities;2000",
				"2019-2020;4;E54000022;NHS Norfolk;Women known to be smokers at time of delivery;240",
				"2019-2020;4;E54000022;NHS Norfolk;Women known to be non-smokers at time of delivery;1760",
				"2019-2020;4;E54000022;NHS Norfolk;Women whose smoking status was not known at time of delivery;0");
		Path semicolons = Files.write(this.folder.resolve("smok-time-deli-eng-q4-1920.csv"), satod);
		List<String> tabbed = new ArrayList<>(satod.stream().map((line) -> line.replace(';', '\t')).toList());
		Path tabs = Files.write(this.folder.resolve("unicode.txt"), tabbed, StandardCharsets.UTF_16);

		assertThat(Shipped.read(semicolons).figures()).contains("smoking-at-delivery QMM January to March 2020 = 12%");
		assertThat(Shipped.read(tabs).figures()).contains("smoking-at-delivery QMM January to March 2020 = 12%");
	}

	@Test
	void aThirtyOneDaySheetGivesThirtyOneDayFigures() {
		Read read = Shipped.read(this.folder, "MARCH-2025-CWT-CRS-COMMISSIONER-WORKBOOK-FINAL-31-DAY.csv",
				"ONE MONTH (31-DAY) WAIT FROM A DECISION TO TREAT TO A TREATMENT FOR CANCER,,,,,,,,", "Mar-25,,,,,,,,",
				",,,,,NUMBER OF PEOPLE RECEIVING TREATMENT FOR CANCER,,,PERCENTAGE",
				",ODS CODE (1),INTEGRATED CARE BOARD (ICB)/COMMISSIONING HUB,TREATMENT STAGE,CANCER TYPE,TOTAL,"
						+ "WITHIN 31 DAYS,AFTER 31 DAYS,TREATED WITHIN 31 DAYS",
				",QMM,NHS NORFOLK AND WAVENEY INTEGRATED CARE BOARD,ALL STAGES,ALL CANCERS,800,720,80,90.0%",
				",QMM,NHS NORFOLK AND WAVENEY INTEGRATED CARE BOARD,FIRST TREATMENT,ALL CANCERS,500,460,40,92.0%",
				",,,,,,,,", ",,ALL ENGLISH COMMISSIONERS,ALL STAGES,ALL CANCERS,800,720,80,90.0%");

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).containsExactly("cancer-31-day QMM March 2025 = 90%");
	}

	@Test
	void aSheetOfOtherDaysIsNotOfferedTheLayoutOfAnother() {
		Read read = Shipped.read(this.folder, "MARCH-2025-14-DAY.csv", "Mar-25,,,,,,,,",
				",ODS CODE (1),INTEGRATED CARE BOARD (ICB)/COMMISSIONING HUB,REFERRAL ROUTE,CANCER TYPE,TOTAL,"
						+ "WITHIN 14 DAYS,AFTER 14 DAYS,SEEN WITHIN 14 DAYS",
				",QMM,NHS NORFOLK AND WAVENEY INTEGRATED CARE BOARD,ALL ROUTES,ALL CANCERS,800,720,80,90.0%");

		assertThat(read.refusal().faults()).singleElement()
			.asString()
			.startsWith("Expected the header of a known layout among the first 60 rows, found none of the ");
	}

	@Test
	void theRawSheetOfTheAmbulanceTimeSeriesIsReadLikeTheCsv() {
		Read read = Shipped.read(this.folder, "AmbSYS-Time-Series-to-20260331.csv", ",,,,,,,,,,",
				",Year,Month,Region,,Name,A7,A10,A17,A30,A140",
				",2024-25,MARCH,Eng,Eng,England,772423,391619,123413,670878140,-",
				",2024-25,MARCH,Y61,RYC,EAST OF ENGLAND AMBULANCE SERVICE NHS TRUST,81371,42744,10853,83138096,-",
				",2024-25,MARCH,East of England,Y61,East of England,81371,42744,10853,83138096,-",
				",2025-26,APRIL,Y61,RYC,EAST OF ENGLAND AMBULANCE SERVICE NHS TRUST,76373,-,9000,-,-");

		assertThat(read.rejections()).isEmpty();
		assertThat(read.extract().layout()).isEqualTo("ambsys-time-series-raw");
		assertThat(read.figures())
			.contains("ambulance-incidents RYC March 2025 = 81,371", "ambulance-incidents RYC April 2025 = 76,373",
					"category-2-mean-response RYC March 2025 = 32.4 minutes",
					"category-2-mean-response RYC April 2025 = MISSING", "ambulance-incidents ENG March 2025 = 772,423")
			.noneMatch((figure) -> figure.contains("Y61"));
	}

}

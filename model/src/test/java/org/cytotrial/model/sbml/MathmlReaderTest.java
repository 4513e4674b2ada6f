package org.cytotrial.model.sbml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.network.InitialAssignment;
import org.cytotrial.model.network.ModelFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// MathML as SBML L3V2 section 3.4 means it, at x = 0.7 and y = -2.5; expected values by Python's
/// `math`.
class MathmlReaderTest {
  private static final String X = "<ci> x </ci>";
  private static final String Y = "<ci>y</ci>";

  @ParameterizedTest
  @CsvSource({
    "exp, 2.0137527074704766",
    "ln, -0.35667494393873245",
    "abs, 0.7",
    "floor, 0",
    "ceiling, 1",
    "sin, 0.644217687237691",
    "cos, 0.7648421872844885",
    "tan, 0.8422883804630794",
    "sec, 1.307459259733594",
    "csc, 1.5522703269571041",
    "cot, 1.1872418321266793",
    "sinh, 0.7585837018395334",
    "cosh, 1.255169005630943",
    "tanh, 0.6043677771171636",
    "sech, 0.796705459992875",
    "csch, 1.3182460914662975",
    "coth, 1.6546216358026298",
    "arcsin, 0.775397496610753",
    "arccos, 0.7953988301841436",
    "arctan, 0.6107259643892086",
    "arccot, 0.960070362405688",
    "arcsinh, 0.6526665660823557",
    "arctanh, 0.8673005276940531",
    "arcsech, 0.8955880995299759",
    "arccsch, 1.1544773942370685",
    "minus, -0.7",
    "not, 0",
    "plus, 0.7",
    "max, 0.7"
  })
  void functionOfOneArgument(String operator, double expected) {
    assertEquals(expected, value("<apply><" + operator + "/>" + X + "</apply>"), 1e-14, operator);
  }

  @ParameterizedTest
  @CsvSource({
    "plus, -1.8",
    "minus, 3.2",
    "times, -1.75",
    "divide, -0.28",
    "power, 2.43924205986611",
    "min, -2.5",
    "max, 0.7",
    "lt, 0",
    "geq, 1",
    "neq, 1",
    "and, 1",
    "xor, 0",
    "implies, 1",
    "quotient, 0",
    "rem, 0.7"
  })
  void functionOfTwoArguments(String operator, double expected) {
    assertEquals(
        expected, value("<apply><" + operator + "/>" + X + Y + "</apply>"), 1e-14, operator);
  }

  @Test
  void remainderHasTheSignOfTheDividend() {
    assertEquals(-1.5, value("<apply><rem/><cn>-5.5</cn><cn>2</cn></apply>"));
    assertEquals(-2, value("<apply><quotient/><cn>-5.5</cn><cn>2</cn></apply>"));
  }

  @Test
  void rootsAndLogarithmsHaveQualifiers() {
    assertEquals(3, value("<apply><root/><cn>9</cn></apply>"));
    assertEquals(2, value("<apply><root/><degree><cn>3</cn></degree><cn>8</cn></apply>"), 1e-15);
    assertEquals(2, value("<apply><log/><cn>100</cn></apply>"), 1e-15);
    assertEquals(
        10, value("<apply><log/><logbase><cn>2</cn></logbase><cn>1024</cn></apply>"), 1e-14);
  }

  @Test
  void comparisonsChain() {
    String three = "<cn>1</cn><cn>2</cn><cn>%d</cn></apply>";
    assertEquals(1, value("<apply><lt/>" + three.formatted(3)));
    assertEquals(0, value("<apply><lt/>" + three.formatted(2)));
  }

  @Test
  void numbersHaveFourTypes() {
    assertEquals(-12, value("<cn type=\"integer\"> -12 </cn>"));
    assertEquals(0.5, value("<cn>.5</cn>"));
    assertEquals(-1.2e-7, value("<cn type=\"e-notation\"> -1.2 <sep/> -7 </cn>"));
    assertEquals(0.25, value("<cn type=\"rational\">1<sep/>4</cn>"));
  }

  @Test
  void emptySumsAndUnmatchedPiecesHaveTheirNeutralValues() {
    assertEquals(0, value("<apply><plus/></apply>"));
    assertEquals(1, value("<apply><times/></apply>"));
    assertEquals(1, value("<apply><and/></apply>"));
    assertEquals(Double.NaN, value("<piecewise><piece><cn>1</cn><false/></piece></piecewise>"));
  }

  @Test
  void symbolsOfSbml() {
    assertEquals(0, value(csymbol("time")));
    assertEquals(6.02214179e23, value(csymbol("avogadro")));
  }

  @Test
  void whatTheModelCannotSayIsRefusedByName() {
    String delay = "<apply>" + csymbol("delay") + X + "<cn>1</cn></apply>";
    assertTrue(refusal(delay).contains("csymbol 'delay' is not supported"));
    assertTrue(
        refusal("<apply>" + csymbol("rateOf") + X + "</apply>").contains("csymbol 'rateOf'"));
    assertTrue(refusal("<ci>z</ci>").contains("'z' is not defined"));
    assertTrue(refusal("<cn>1d</cn>").contains("'1d' is not a number"));
    assertTrue(refusal("<apply><foo/></apply>").contains("operator <foo>"));
    assertTrue(refusal("<apply><divide/>" + X + "</apply>").contains("cannot have 1 arguments"));
    assertTrue(refusal("<apply><ci>g</ci></apply>").contains("Function 'g' is not defined"));
  }

  private static String csymbol(String name) {
    return "<csymbol encoding=\"text\" definitionURL=\"http://www.sbml.org/sbml/symbols/"
        + name
        + "\">"
        + name
        + "</csymbol>";
  }

  private static double value(String mathml) {
    var model = SbmlReader.parse("test.xml", document(mathml)).model();
    Expression formula =
        model.initialAssignments().stream().map(InitialAssignment::formula).toList().getFirst();
    return new AtStart(model).value(formula);
  }

  private static String refusal(String mathml) {
    var refused =
        assertThrows(
            ModelFormatException.class, () -> SbmlReader.parse("test.xml", document(mathml)));
    List<ModelFormatException.Problem> problems = refused.problems();
    assertEquals(1, problems.size(), problems.toString());
    assertEquals(6, problems.getFirst().line(), problems.toString());
    return String.valueOf(refused.getMessage());
  }

  private static String document(String mathml) {
    return """
    <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2"><model id="m">
    <listOfParameters><parameter id="x" value="0.7"/><parameter id="y" value="-2.5"/>
    <parameter id="result"/></listOfParameters>
    <listOfInitialAssignments><initialAssignment symbol="result">
    <math xmlns="http://www.w3.org/1998/Math/MathML">
    %s
    </math></initialAssignment></listOfInitialAssignments></model></sbml>
    """
        .formatted(mathml);
  }
}

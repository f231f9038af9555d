package dev.grip.knowledge.mentions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTests {

    private static final int MEGABYTE = 1 << 20;

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            textBlock =
                    """
                    Addition                       ; addition
                    Least  common\tmultiple.       ; Least common multiple
                    sine                           ; Sines
                    Prime numbers                  ; prime number
                    axes                           ; axis
                    bases                          ; basis
                    Matrices                       ; matrix
                    Vertices of polyhedra          ; vertex of polyhedron
                    Polynomials                    ; polynomial
                    Inequalities                   ; inequality
                    Indices                        ; indexes
                    radii                          ; radius
                    Hypotheses                     ; hypothesis
                    Binary searches                ; binary search
                    Boxes                          ; box
                    Classes                        ; class
                    Maxima and minima              ; maximum and minimum
                    Formulae                       ; formulas
                    Halves                         ; half
                    Square feet                    ; square foot
                    Criteria                       ; criterion
                    Derivatives                    ; derivative
                    Prices                         ; price
                    Cases                          ; case
                    zeroes                         ; zeros
                    topics                         ; topic
                    centre                         ; center
                    Centres of gravity             ; center of gravity
                    factorise                      ; factorize
                    Factorisation of polynomials   ; Factorization of polynomial
                    metre                          ; meters
                    kilometres                     ; kilometer
                    modelling                      ; modeling
                    Labelled graphs                ; labeled graph
                    neighbouring                   ; neighboring
                    colour                         ; colors
                    analyse                        ; analyze
                    Optimisation                   ; optimization
                    catalogue                      ; catalog
                    programme                      ; program
                    maths                          ; math
                    $x^2$                          ; x^2
                    x²                             ; $x^{2}$
                    x^{10}                         ; x¹⁰
                    $\\frac{1}{2}$                 ; 1/2
                    \\dfrac{a+b}{c}                ; (a + b)/c
                    ½                              ; 1/2
                    3 \\times 4                    ; 3 × 4
                    2\\pi r                        ; 2π r
                    \\sin                          ; sin
                    \\(\\theta\\)                  ; θ
                    $\\sqrt{x}$                    ; √x
                    x \\leq 3                      ; x ≤ 3
                    \\text{area}                   ; area
                    x - 2                          ; x−2
                    y = m x                        ; y=m x
                    x**2 + bx                      ; x^2+bx
                    **2D** shapes                  ; 2D shape
                    problem-solving                ; problem solving
                    two–digit numbers              ; Two-digit number
                    non-linear equations           ; Nonlinear equation
                    co-ordinate geometry           ; coordinate geometry
                    pre-calculus                   ; precalculus
                    “Ratio”                        ; Ratio
                    'Ratio'                        ; ratio;
                    **Ratio**                      ; _ratio_
                    The Pythagorean theorem        ; Pythagorean theorem
                    Area of a circle               ; Area of the circle
                    an angle                       ; angle
                    Pythagoras' theorem            ; Pythagoras’ Theorem
                    Euler's formula                ; Euler formula
                    Newton’s laws                  ; Newton's law
                    L'Hôpital's rule               ; L’Hospital's rule
                    equation(s)                    ; equations
                    Ratio & proportion             ; Ratio and proportion
                    5%                             ; 5 percent
                    Ａｄｄｉｔｉｏｎ                ; addition
                    ﬁnite sets                     ; finite set
                    Addition!                      ; addition?
                    分数，加法。                    ; 分数 加法
                    Sum of squares - identities    ; sum of square, identity
                    speed / velocity               ; speed/velocity
                    """)
    void theseAreOneName(String first, String second) {
        assertThat(Spelling.normal(first)).isEqualTo(Spelling.normal(second)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0} # {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            textBlock =
                    """
                    sine                    ; cosine
                    mean                    ; means
                    mathematics             ; mathematic
                    physics                 ; physic
                    statistics              ; statistic
                    2D                      ; 3D
                    x^2                     ; x^3
                    x²                      ; x2
                    x_1                     ; x1
                    x₂                      ; x²
                    a+b                     ; a-b
                    (a+b)/c                 ; a+b/c
                    x^{n+1}                 ; x^n+1
                    -5                      ; 5
                    absolute value of -5    ; absolute value of 5
                    n!                      ; n
                    f'                      ; f
                    f(x)                    ; f
                    3.14                    ; 314
                    1,000                   ; 1 000
                    3:2                     ; 3 2
                    C#                      ; C
                    C++                     ; C
                    1/2                     ; 12
                    x < 3                   ; x > 3
                    x <= 3                  ; x < 3
                    odds                    ; odd
                    series                  ; serie
                    base                    ; basis
                    axiom                   ; axis
                    times tables            ; timetable
                    less                    ; les
                    mass                    ; mas
                    mode                    ; model
                    median                  ; medians of data
                    Arithmetic sequence     ; Geometric sequence
                    Area of a rectangle     ; Area of a triangle
                    union                   ; unions and intersections
                    Point A                 ; Point
                    side a of a triangle    ; side of a triangle
                    set A                   ; set B
                    Type I error            ; Type II error
                    addition                ; additional
                    prime                   ; prime factor
                    not equal               ; equal
                    discount                ; account
                    Newton                  ; Newton's method
                    trapezium               ; trapezoid
                    ton                     ; tonne
                    storey                  ; story
                    exercise                ; exercize
                    分数                     ; 小数
                    😀                       ; 😁
                    ma                      ; má
                    \\sin x                 ; \\cos x
                    \\frac{1}{2}            ; \\frac{2}{1}
                    2 \\times 3             ; 2 3
                    """)
    void theseAreTwoNames(String first, String second) {
        assertThat(Spelling.normal(first)).isNotEqualTo(Spelling.normal(second));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            emptyValue = "",
            textBlock =
                    """
                    الكسور\u200F                ; الكسور
                    \u202Eratio\u202C           ; ratio
                    ra\u0000tio\u0007           ; ratio
                    \uD83Dratio                 ; ratio
                    👩‍🏫                          ; 👩🏫
                    Точки                       ; точки
                    ~~                          ; ~~
                    .                           ; ~~
                    \\left                      ; left
                    The                         ; the
                    A                           ; a
                    """)
    void whatCannotBeSeenIsGoneAndOtherScriptsStay(String text, String normal) {
        assertThat(Spelling.normal(text)).isEqualTo(normal);
    }

    @Test
    void aNormalFormIsItsOwnAndNeverEmptyForALetterOrDigit() {
        String alphabet = "aAbsSxé½²₃ß𝒙ΣσςİıÅﬁ0189 \t\n.,;:!?'’\"-–−_*^/\\|(){}[]$%&#+=<>~`分。、ا\u0301\u200B\u0000😀π";
        List<String> pieces = List.of(
                "the ",
                "a ",
                "non-",
                "\\frac{",
                "\\sqrt{",
                "\\left",
                "s' ",
                "'s",
                "(s)",
                "ies ",
                "matrices",
                "-ise ",
                "$x^2$");
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            String text = text(random, alphabet, pieces);
            String normal = Spelling.normal(text);
            assertThat(Spelling.normal(normal)).as("of '%s'", text).isEqualTo(normal);
            if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
                assertThat(normal).as("of '%s'", text).isNotEmpty();
            }
        }
    }

    private static String text(Random random, String alphabet, List<String> pieces) {
        StringBuilder text = new StringBuilder();
        int[] points = alphabet.codePoints().toArray();
        for (int i = random.nextInt(12); i >= 0; i--) {
            if (random.nextInt(6) == 0) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            } else {
                text.appendCodePoint(points[random.nextInt(points.length)]);
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a", " ", ".", "{", "^{", "\\frac{", "the ", "- ", "non ", "'", "(s)", "½", "x² ", "分", "𝒙", "\u0301"
            })
    void aMegabyteTakesOneLook(String piece) {
        String text = piece.repeat(MEGABYTE / piece.length());
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(Spelling.normal(text).length()).isLessThan(20 * MEGABYTE));
    }
}

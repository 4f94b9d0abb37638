/** Criteria as issuers write them; people and institutions are made up. */

export const ENGLISH = `To earn this micro-credential a learner has completed all modules.

**Title of the micro-credential:** Data Analysis for Public Health

**Learning outcomes:**
* explain how samples are drawn
* choose a test: t-test, chi-square or none
* present results to a lay audience

**Notional workload / Learner effort:** 75 hours in total; 5 hours per week
**Level:** EQF level 6 (first cycle, QF-EHEA)
**Type of assessment**: project report and oral exam
**Form of participation:** online, with two days on site
**Type of quality assurance:** institutional accreditation
**Credit/Other recognition:** 3 ECTS
**Language:** English
**Certification:** This micro-credential follows the guideline.
**Prerequisites needed to enroll:**
**Integration/Stackability:** Part of the [Certificate in Public Health](https://university.example/ph). See the *programme*.
`

export const ENGLISH_HTML = `<style>p { color: red; level: 9 }</style>
<h3>Learning outcomes</h3><p>Learners can:</p>
<ul><li>read a balance sheet</li><li>write &lt; 10 lines of &ldquo;VBA&rdquo;</li></ul>
<p><strong>Workload:</strong>&nbsp;25&nbsp;h<br/><strong>Level:</strong> EQF 5<br/>
<strong>Type of assessment:</strong> Written exam &amp; interview</p>
<table><tr><td>Language</td><td>en, de</td></tr></table>
<script>alert("trap")</script>`

export const JAPANESE = `以下の内容を修了した学習者に授与します。
タイトル：データサイエンス基礎
発行機関：架空大学
発行国・地域：日本
発行日：2025年6月1日
内容／説明：データを扱うための基礎を学ぶ。
学習成果：
・統計量の意味を説明できる。
・目的：に応じたグラフを選択できる。
予想学習時間：30時間
学習経験レベル：学部初級
評価タイプ：オンライン試験（60点以上で合格）
学習活動への参加形態：オンライン
品質保証タイプ：機関別認証評価
単位／その他の認定：1単位
授業言語：日本語
証明：マイクロクレデンシャルガイドライン1.1に準拠
履修要件：なし
積み上げ可能性：
`

export const JAPANESE_ONE_LINE =
  'タイトル:AIリテラシー 学修成果:AIの仕組みを説明できる。想定学習時間:15時間　学習レベル:入門　評価方法:小テスト 質保証:JMOOC認定; 授業言語:日本語'
